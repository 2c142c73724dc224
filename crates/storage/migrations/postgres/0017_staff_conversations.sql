-- One conversation of one person and the platform's staff: about no posting, and of no company.
alter table conversation alter column job_id drop not null;
alter table conversation alter column company_id drop not null;
alter table conversation add check ((job_id is null) = (company_id is null));
-- What the company is told of what the seeker has read: not raised once the seeker ended the conversation.
alter table conversation add column seeker_read_shown bigint not null default 0;
update conversation set seeker_read_shown = seeker_read where not closed;
create unique index conversation_of_staff on conversation (seeker_id) where job_id is null;
