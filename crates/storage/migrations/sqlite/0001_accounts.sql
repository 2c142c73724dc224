-- Who may sign in, with what, and from where.
create table account (
    id blob primary key not null,
    created_at integer not null
);

-- Apart from the account, so that what identifies a person by phone is read only by signing in and its own page.
create table account_phone (
    account_id blob primary key not null references account (id),
    phone_key blob not null unique,
    phone text not null
);

create table policy_acceptance (
    account_id blob not null references account (id),
    version text not null,
    accepted_at integer not null,
    recorded_at integer not null,
    primary key (account_id, version)
);

-- The one code that is good for a number. Numbers without an account are known by their keyed hash alone.
create table sign_in_code (
    phone_key blob primary key not null,
    code_hash blob,
    tries integer not null,
    expires_at integer not null
);

create table code_sent (
    phone_key blob not null,
    sent_at integer not null,
    primary key (phone_key, sent_at)
);

create table session (
    id blob primary key not null,
    account_id blob not null references account (id),
    device text not null,
    created_at integer not null,
    last_used_at integer not null,
    ended_at integer
);
create index session_by_account on session (account_id);

-- A used refresh token stays until its session's row goes: meeting it again is how theft is noticed.
create table session_token (
    hash blob primary key not null,
    session_id blob not null references session (id),
    refresh boolean not null,
    expires_at integer not null,
    used_at integer
);
create index session_token_by_session on session_token (session_id);
