-- One conversation of one person and one company about one job.
create table conversation (
    id uuid primary key,
    job_id uuid not null references job (id),
    company_id uuid not null references company (id),
    seeker_id uuid not null references account (id),
    -- Raised in the transaction that stores a message: numbers have no gap and no double.
    last_seq bigint not null,
    seeker_read bigint not null,
    company_read bigint not null,
    closed boolean not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (job_id, seeker_id)
);
create index conversation_by_seeker on conversation (seeker_id, updated_at);
create index conversation_by_company on conversation (company_id, updated_at);

create table message (
    id uuid primary key,
    conversation_id uuid not null references conversation (id),
    seq bigint not null,
    side text not null,
    sender_id uuid not null references account (id),
    text text not null,
    sent_at bigint not null,
    unique (conversation_id, seq)
);
