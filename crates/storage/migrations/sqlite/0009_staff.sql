-- The second factor of the platform's staff, and the audit log of what they did.

create table staff_factor (
    account_id blob primary key not null references staff (account_id) on delete cascade,
    -- What their codes are made of, sealed with the server's key.
    sealed blob not null,
    -- The last step of time whose code was taken: a code is good once.
    last_step integer not null,
    tries integer not null,
    locked_until integer not null
);

-- Codes for when the device that makes the others is lost; each is deleted with its use.
create table staff_recovery_code (
    account_id blob not null references staff_factor (account_id) on delete cascade,
    code_hash blob not null,
    primary key (account_id, code_hash)
);

-- Sessions that have shown a second factor, and until when that counts.
create table staff_session (
    session_id blob primary key not null references session (id) on delete cascade,
    account_id blob not null references staff_factor (account_id) on delete cascade,
    until integer not null
);
create index staff_session_by_account on staff_session (account_id);

create table audit (
    seq integer primary key not null,
    at integer not null,
    account_id blob not null references account (id),
    body text not null,
    seal text not null
);
-- Nothing in it is changed or taken away.
create trigger audit_is_not_changed before update on audit
begin
    select raise(abort, 'the audit log is added to and nothing else');
end;
create trigger audit_is_not_shortened before delete on audit
begin
    select raise(abort, 'the audit log is added to and nothing else');
end;

-- Where the log ends; its one row is written first, so that entries follow one another.
create table audit_head (
    one boolean primary key not null check (one),
    seq integer not null,
    seal text not null
);
insert into audit_head (one, seq, seal) values (true, 0, '');

-- Why staff looked, as the seeker sees it; none for companies, and for looks of before.
alter table look add column reason text;

-- An account that was closed has no number any more, and nothing of it is shown to anybody.
alter table account add column closed_at integer;
