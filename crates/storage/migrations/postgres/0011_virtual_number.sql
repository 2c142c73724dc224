-- Contact by virtual number: the channels, who is bound to which number, and the calls that a provider told of.

-- One channel for each pair of seeker and company; without a company that of the platform's staff.
create table virtual_number (
    id uuid primary key not null,
    account_id uuid not null references account (id),
    company_id uuid references company (id),
    created_at bigint not null,
    closed boolean not null
);
create unique index virtual_number_by_pair on virtual_number (account_id, company_id);
create unique index virtual_number_by_staff on virtual_number (account_id) where company_id is null;

-- Two people whom a provider connects, or is to connect no more.
create table virtual_number_binding (
    id uuid primary key not null,
    virtual_number_id uuid not null references virtual_number (id),
    account_id uuid not null references account (id),
    company_id uuid references company (id),
    recruiter_id uuid not null references account (id),
    -- Keyed hash of both real numbers, by which it is seen that one of them was changed.
    parties bytea not null,
    -- Deleted when the binding is released.
    number text,
    asked_at bigint not null,
    expires_at bigint not null,
    ending boolean not null,
    tries bigint not null,
    -- When it is looked at next: whether it may stay, or to be ended.
    next_at bigint not null,
    released_at bigint
);
create index virtual_number_binding_by_channel on virtual_number_binding (virtual_number_id, recruiter_id);
create index virtual_number_binding_by_time on virtual_number_binding (next_at) where released_at is null;
-- One number never connects a person to two others: a company's number of a seeker is no other company's.
create unique index virtual_number_binding_by_seeker on virtual_number_binding (account_id, number)
where number is not null;
create unique index virtual_number_binding_by_recruiter on virtual_number_binding (recruiter_id, number)
where number is not null;

-- A call, without any number.
create table virtual_number_call (
    binding_id uuid not null references virtual_number_binding (id),
    -- The provider's key of it.
    call text not null,
    began_at bigint not null,
    -- Length in seconds; none while it lasts.
    seconds bigint,
    primary key (binding_id, call)
);

-- What the provider told of lately, so that a repeat is recognised.
create table telephony_event (
    id text primary key not null,
    fingerprint bytea not null,
    taken_at bigint not null
);
create index telephony_event_by_time on telephony_event (taken_at);
