-- One conversation of one person and one company about one job.
create table conversation (
    id blob primary key not null,
    job_id blob not null references job (id),
    company_id blob not null references company (id),
    seeker_id blob not null references account (id),
    -- Raised in the transaction that stores a message: numbers have no gap and no double.
    last_seq integer not null,
    seeker_read integer not null,
    company_read integer not null,
    closed boolean not null,
    created_at integer not null,
    updated_at integer not null,
    unique (job_id, seeker_id)
);
create index conversation_by_seeker on conversation (seeker_id, updated_at);
create index conversation_by_company on conversation (company_id, updated_at);

create table message (
    id blob primary key not null,
    conversation_id blob not null references conversation (id),
    seq integer not null,
    side text not null,
    sender_id blob not null references account (id),
    text text not null,
    sent_at integer not null,
    unique (conversation_id, seq)
);
