-- Contact by e-mail over aliases: who writes from where, the channels, and the mails on their way.

-- The address that a recruiter writes from, proved by a code that was mailed to it.
create table work_email (
    account_id uuid primary key not null references account (id),
    email text not null,
    -- Keyed hash of the folded address, by which the sender of a mail is found. A mailbox is one account's.
    email_key bytea not null unique,
    confirmed_at bigint not null
);

-- The one code that is good for an account, and the address that it was mailed to.
create table work_email_code (
    account_id uuid primary key not null references account (id),
    email text not null,
    email_key bytea not null,
    code_hash bytea not null,
    tries bigint not null,
    sent_at bigint not null,
    -- Codes in the window that began then.
    sent_count bigint not null,
    window_at bigint not null,
    expires_at bigint not null
);

-- One channel for each pair of seeker and company; without a company that of the platform's staff.
create table relay (
    id uuid primary key not null,
    account_id uuid not null references account (id),
    company_id uuid references company (id),
    created_at bigint not null,
    used_at bigint not null,
    closed boolean not null
);
create unique index relay_by_pair on relay (account_id, company_id);
create unique index relay_by_staff on relay (account_id) where company_id is null;

-- What stands before the @. Deleted when the channel is closed or ends: what is not there reaches nobody.
create table relay_alias (
    name text primary key not null,
    relay_id uuid not null references relay (id),
    -- For whom it stands; none for the seeker.
    recruiter_id uuid references account (id)
);
create unique index relay_alias_by_recruiter on relay_alias (relay_id, recruiter_id);
create unique index relay_alias_by_seeker on relay_alias (relay_id) where recruiter_id is null;

-- A mail that was accepted. Its message is deleted once it is delivered or given up; the row stays a while, so that a
-- repeat and a report of failure are recognised.
create table relay_mail (
    id uuid primary key not null,
    relay_id uuid not null references relay (id),
    recruiter_id uuid not null references account (id),
    to_seeker boolean not null,
    -- A notice that an earlier mail of this recipient's did not arrive.
    notice boolean not null,
    message bytea,
    -- What stands before the @ of the address that reports of failure go to.
    bounce text not null unique,
    fingerprint bytea not null unique,
    tries bigint not null,
    next_at bigint not null,
    accepted_at bigint not null
);
create index relay_mail_by_relay on relay_mail (relay_id);
create index relay_mail_by_time on relay_mail (next_at);
