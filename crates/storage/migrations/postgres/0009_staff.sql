-- The second factor of the platform's staff, and the audit log of what they did.

create table staff_factor (
    account_id uuid primary key references staff (account_id) on delete cascade,
    -- What their codes are made of, sealed with the server's key.
    sealed bytea not null,
    -- The last step of time whose code was taken: a code is good once.
    last_step bigint not null,
    tries bigint not null,
    locked_until bigint not null
);

-- Codes for when the device that makes the others is lost; each is deleted with its use.
create table staff_recovery_code (
    account_id uuid not null references staff_factor (account_id) on delete cascade,
    code_hash bytea not null,
    primary key (account_id, code_hash)
);

-- Sessions that have shown a second factor, and until when that counts.
create table staff_session (
    session_id uuid primary key references session (id) on delete cascade,
    account_id uuid not null references staff_factor (account_id) on delete cascade,
    until bigint not null
);
create index staff_session_by_account on staff_session (account_id);

create table audit (
    seq bigint primary key,
    at bigint not null,
    account_id uuid not null references account (id),
    body text not null,
    seal text not null
);
-- Nothing in it is changed or taken away.
create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is added to and nothing else';
end
$$;
create trigger audit_is_not_changed before update or delete on audit
    for each row execute function audit_refuse();
create trigger audit_is_not_emptied before truncate on audit
    for each statement execute function audit_refuse();

-- Where the log ends; its one row is written first, so that entries follow one another.
create table audit_head (
    one boolean primary key check (one),
    seq bigint not null,
    seal text not null
);
insert into audit_head (one, seq, seal) values (true, 0, '');

-- Why staff looked, as the seeker sees it; none for companies, and for looks of before.
alter table look add column reason text;

-- An account that was closed has no number any more, and nothing of it is shown to anybody.
alter table account add column closed_at bigint;
