-- One conversation of one person and the platform's staff: about no posting, and of no company.
alter table conversation alter column job_id drop not null;
alter table conversation alter column company_id drop not null;
alter table conversation add check ((job_id is null) = (company_id is null));
create unique index conversation_of_staff on conversation (seeker_id) where job_id is null;
