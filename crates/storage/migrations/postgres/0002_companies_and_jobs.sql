-- Who recruits, and what is posted.
create table company (
    id uuid primary key,
    name text not null,
    -- The name without case and space, under which a second registration joins the first.
    name_key text not null unique,
    industry text not null,
    size text,
    address text not null,
    introduction text not null,
    verified boolean not null,
    demo boolean not null,
    created_at bigint not null,
    updated_at bigint not null
);

create table recruiter (
    account_id uuid primary key references account (id),
    company_id uuid not null references company (id),
    name text not null,
    title text not null,
    person_verified boolean not null,
    employment_verified boolean not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index recruiter_by_company on recruiter (company_id);

-- Every verification and its taking back, by whom.
create table verification_log (
    seq bigint generated always as identity primary key,
    subject text not null,
    subject_id uuid not null,
    verified boolean not null,
    operator text not null,
    at bigint not null
);

create table job (
    id uuid primary key,
    company_id uuid not null references company (id),
    -- Who posted it; none for imported postings.
    recruiter_id uuid references recruiter (account_id),
    content jsonb not null,
    open boolean not null,
    -- The original's address or key, for imported postings.
    source text unique,
    -- Equal for postings that say the same, so that an import folds doubles.
    fingerprint bytea,
    posted_at bigint not null,
    updated_at bigint not null
);
create index job_by_company on job (company_id, posted_at);
create index job_by_fingerprint on job (fingerprint);

create table favourite (
    account_id uuid not null references account (id),
    job_id uuid not null references job (id),
    created_at bigint not null,
    primary key (account_id, job_id)
);
