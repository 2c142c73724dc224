-- Who may find and see a résumé, who looked, and who asked for what.

-- The handle that others know a résumé by; an account's own key is nobody's to know.
alter table resume add column id uuid;
update resume set id = gen_random_uuid();
create unique index resume_by_id on resume (id);

-- The platform's own recruiting staff.
create table staff (
    account_id uuid primary key not null references account (id),
    created_at bigint not null
);

-- Whether the company has booked the résumé search (S-REC-09); those of the demo market have.
alter table company add column resume_search boolean not null default false;
update company set resume_search = demo;

-- A keyed hash for every name that a company ever had, so that who blocked one of them stays hidden from it.
create table company_key (
    company_id uuid not null references company (id),
    key_hash bytea not null,
    primary key (company_id, key_hash)
);
create index company_key_by_hash on company_key (key_hash);

-- The block lists. Of a company that is not on the platform there is the keyed hash of its name, and no name.
create table block (
    id uuid primary key not null,
    account_id uuid not null references account (id),
    company_id uuid references company (id),
    key_hash bytea not null,
    origin text not null,
    created_at bigint not null,
    unique (account_id, key_hash)
);
create index block_by_hash on block (key_hash);
create index block_by_company on block (company_id);

-- "Unblock for this application"; a later block takes it back.
alter table application add column despite_block boolean not null default false;

-- The seeker started or accepted it, and neither closed it nor blocked the company since.
alter table conversation add column in_contact boolean not null default false;
-- What the company knows the seeker as: as of the seeker's last word in it, and never of a later edit.
alter table conversation add column seeker_name text not null default '';
update conversation set
    in_contact = exists (select 1 from message where message.conversation_id = conversation.id and side = 'seeker')
        or not exists (select 1 from application where application.job_id = conversation.job_id
            and application.account_id = conversation.seeker_id),
    seeker_name = coalesce((select content -> 'basic' ->> 'name' from resume
        where resume.account_id = conversation.seeker_id), '');

-- Every look at a résumé by somebody else, shown to the seeker.
create table look (
    id uuid primary key not null,
    account_id uuid not null references account (id),
    kind text not null,
    -- None for the platform's staff.
    company_id uuid references company (id),
    viewer_id uuid not null references account (id),
    -- For a snapshot.
    application_id uuid references application (id),
    at bigint not null
);
create index look_by_account on look (account_id, at, id);
create index look_by_application on look (application_id);
insert into look (id, account_id, kind, company_id, viewer_id, application_id, at)
select gen_random_uuid(), application.account_id, 'snapshot_opened', application.company_id,
    application_view.viewer_id, application.id, application_view.at
from application_view join application on application.id = application_view.application_id;
drop table application_view;

create table contact_request (
    id uuid primary key not null,
    account_id uuid not null references account (id),
    -- None when the platform's staff ask.
    company_id uuid references company (id),
    asked_by uuid not null references account (id),
    reason text not null,
    wanted jsonb not null,
    asked_at bigint not null,
    state jsonb not null
);
create index contact_request_by_account on contact_request (account_id, asked_at);
create index contact_request_by_company on contact_request (company_id, asked_at);

-- What a company's recruiters note on a résumé; one each.
create table resume_note (
    account_id uuid not null references account (id),
    recruiter_id uuid not null references account (id),
    company_id uuid not null references company (id),
    text text not null,
    at bigint not null,
    primary key (account_id, recruiter_id, company_id)
);
