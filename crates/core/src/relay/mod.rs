//! Contact by e-mail over aliases: what a recruiter writes to, what a seeker closes. The mails themselves go through the
//! people's own mail programs and never through the app.

mod applicant_relay_open;
mod relay_set;
mod relays_list;
mod resume_relay_open;
mod work_email_confirm;
mod work_email_remove;
mod work_email_set;
