-- What one person's app keeps on one device. Keys are UUIDs as 16 bytes, times are microseconds since 1970 (UTC),
-- what only this app reads again as a whole is JSON.

create table settings (
    id integer primary key check (id = 1),
    settings text not null
) strict;

create table policy_acceptance (
    id integer primary key check (id = 1),
    acceptance text not null
) strict;

create table policy_text (
    language text primary key,
    policy text not null
) strict;

create table favourite (
    position integer primary key,
    job blob not null unique,
    card text not null,
    kept_at integer not null
) strict;

create table search_history (
    at integer primary key,
    request text not null unique
) strict;

create table resume (
    id integer primary key check (id = 1),
    base_version integer not null,
    base text not null,
    visibility text not null,
    content text not null,
    dirty integer not null,
    revision integer not null,
    clashes text not null
) strict;

create table resume_step (
    position integer primary key,
    kind text not null check (kind in ('undo', 'redo')),
    content text not null
) strict;

create table conversation (
    id blob primary key,
    updated_at integer not null,
    conversation text not null
) strict;

create table message (
    id blob primary key,
    conversation blob not null,
    seq integer not null,
    message text not null,
    unique (conversation, seq)
) strict;

-- In the order of `position` they go out.
create table outgoing (
    position integer primary key,
    id blob not null unique,
    conversation blob not null,
    text text not null,
    at integer not null,
    refused integer not null
) strict;

create table read_mark (
    conversation blob primary key,
    seq integer not null,
    told_seq integer not null
) strict;

create table application (
    position integer primary key,
    application text not null
) strict;

create table account (
    id integer primary key check (id = 1),
    account text not null
) strict;
