//! Contact by virtual number: what a recruiter calls, what a seeker closes. The calls themselves go through the people's own
//! phones and never through the app.

mod applicant_virtual_number_open;
mod dev_call_play;
mod resume_virtual_number_open;
mod virtual_number_set;
mod virtual_numbers_list;
