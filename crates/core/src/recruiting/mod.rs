//! The recruiting side. Whether it is open is the server's to say (S-REC-04); nothing of it is kept on the device.

mod applicant_attachment_download;
mod applicant_download;
mod applicant_open;
mod applicant_stage_set;
mod applicants_list;
mod company_job_close;
mod company_job_save;
mod company_jobs_list;
mod recruiter_register;
