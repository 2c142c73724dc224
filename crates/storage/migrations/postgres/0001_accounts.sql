-- Who may sign in, with what, and from where.
create table account (
    id uuid primary key,
    created_at bigint not null
);

-- Apart from the account, so that what identifies a person by phone is read only by signing in and its own page.
create table account_phone (
    account_id uuid primary key references account (id),
    phone_key bytea not null unique,
    phone text not null
);

create table policy_acceptance (
    account_id uuid not null references account (id),
    version text not null,
    accepted_at bigint not null,
    recorded_at bigint not null,
    primary key (account_id, version)
);

-- The one code that is good for a number. Numbers without an account are known by their keyed hash alone.
create table sign_in_code (
    phone_key bytea primary key,
    code_hash bytea,
    tries bigint not null,
    expires_at bigint not null
);

create table code_sent (
    phone_key bytea not null,
    sent_at bigint not null,
    primary key (phone_key, sent_at)
);

create table session (
    id uuid primary key,
    account_id uuid not null references account (id),
    device text not null,
    created_at bigint not null,
    last_used_at bigint not null,
    ended_at bigint
);
create index session_by_account on session (account_id);

-- A used refresh token stays until its session's row goes: meeting it again is how theft is noticed.
create table session_token (
    hash bytea primary key,
    session_id uuid not null references session (id),
    refresh boolean not null,
    expires_at bigint not null,
    used_at bigint
);
create index session_token_by_session on session_token (session_id);
