-- One conversation of one person and the platform's staff: about no posting, and of no company.
-- SQLite takes "not null" off a column only by making the table anew. Its messages wait for it until the commit.
pragma defer_foreign_keys = on;
create temporary table conversation_before as select * from conversation;
drop table conversation;
create table conversation (
    id blob primary key not null,
    job_id blob references job (id),
    company_id blob references company (id),
    seeker_id blob not null references account (id),
    -- Raised in the transaction that stores a message: numbers have no gap and no double.
    last_seq integer not null,
    seeker_read integer not null,
    company_read integer not null,
    closed boolean not null,
    created_at integer not null,
    updated_at integer not null,
    -- The seeker started or accepted it, and neither closed it nor blocked the company since.
    in_contact boolean not null default false,
    -- What the company knows the seeker as: as of the seeker's last word in it, and never of a later edit.
    seeker_name text not null default '',
    -- What the company is told of what the seeker has read: not raised once the seeker ended the conversation.
    seeker_read_shown integer not null default 0,
    unique (job_id, seeker_id),
    check ((job_id is null) = (company_id is null))
);
insert into conversation
    (id, job_id, company_id, seeker_id, last_seq, seeker_read, company_read, closed, created_at, updated_at, in_contact,
    seeker_name, seeker_read_shown)
select id, job_id, company_id, seeker_id, last_seq, seeker_read, company_read, closed, created_at, updated_at,
    in_contact, seeker_name, case when closed then 0 else seeker_read end
from conversation_before;
drop table conversation_before;
create index conversation_by_seeker on conversation (seeker_id, updated_at);
create index conversation_by_company on conversation (company_id, updated_at);
create unique index conversation_of_staff on conversation (seeker_id) where job_id is null;
