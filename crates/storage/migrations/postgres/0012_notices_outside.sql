-- Notices outside the app: what a person wants to be told, by which ways, where to, and what is on its way.

-- Codes that confirm addresses: one is good for an account and a purpose. Takes the place of work_email_code.
create table email_code (
    account_id uuid not null references account (id),
    purpose text not null,
    email text not null,
    email_key bytea not null,
    code_hash bytea not null,
    tries bigint not null,
    sent_at bigint not null,
    -- Codes in the window that began then.
    sent_count bigint not null,
    window_at bigint not null,
    expires_at bigint not null,
    primary key (account_id, purpose)
);
insert into email_code
    (account_id, purpose, email, email_key, code_hash, tries, sent_at, sent_count, window_at, expires_at)
select account_id, 'work', email, email_key, code_hash, tries, sent_at, sent_count, window_at, expires_at
from work_email_code;
drop table work_email_code;

-- What is told by which way; what is not here is not told outside the app.
create table notice_choice (
    account_id uuid not null references account (id),
    kind text not null,
    way text not null,
    primary key (account_id, kind, way)
);
-- Accounts that are there get what new ones begin with.
insert into notice_choice (account_id, kind, way)
select id, 'contact_request', 'sms' from account where closed_at is null;

-- By which clock, and when the next weekly digest is due.
create table notice_digest (
    account_id uuid primary key not null references account (id),
    zone text not null,
    due_at bigint not null
);
create index notice_digest_by_time on notice_digest (due_at);

-- The address that notices are mailed to, proved by a code that was mailed to it. It has no key that it could be found by.
create table notice_email (
    account_id uuid primary key not null references account (id),
    email text not null,
    confirmed_at bigint not null,
    -- Since when nothing arrives there any more.
    failing_since bigint
);

-- The address that notices are posted to, which answered a challenge. The signing key is made of the id and the server's.
create table notice_webhook (
    account_id uuid primary key not null references account (id),
    id uuid not null,
    url text not null,
    confirmed_at bigint not null,
    failing_since bigint
);

-- Notices on their way: written with what they tell of, deleted once they arrived or were given up. Keys only.
create table notice (
    seq bigint generated always as identity primary key,
    account_id uuid not null references account (id),
    kind text not null,
    way text not null,
    subject_id uuid not null,
    at bigint not null,
    tries bigint not null,
    next_at bigint not null
);
create index notice_by_time on notice (next_at);
create index notice_by_account on notice (account_id);

-- Notices that went out as text messages, for as long as they count.
create table notice_sms (
    seq bigint primary key not null,
    account_id uuid not null references account (id),
    at bigint not null
);
create index notice_sms_by_account on notice_sms (account_id, at);
