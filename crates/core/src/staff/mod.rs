//! What the platform's own recruiting staff do. As of recruiters, nothing of a résumé is kept on the device (I2).

mod resume_open;
mod resumes_search;
mod session;
mod step_up;
