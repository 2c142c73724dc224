-- What a person wrote, and the copies that they sent.
create table resume (
    account_id uuid primary key references account (id),
    version bigint not null,
    content jsonb not null,
    visibility text not null,
    updated_at bigint not null
);

create table application (
    id uuid primary key,
    job_id uuid not null references job (id),
    account_id uuid not null references account (id),
    company_id uuid not null references company (id),
    -- None once withdrawn: what is not kept cannot be shown.
    snapshot jsonb,
    resume_version bigint not null,
    stage text not null,
    applied_at bigint not null,
    stage_at bigint not null,
    first_viewed_at bigint,
    unique (job_id, account_id)
);
create index application_by_account on application (account_id, applied_at);

-- Who opened a snapshot, and when.
create table application_view (
    seq bigint generated always as identity primary key,
    application_id uuid not null references application (id),
    viewer_id uuid not null references account (id),
    at bigint not null
);
create index application_view_by_application on application_view (application_id, seq);
