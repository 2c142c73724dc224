-- What a person wrote, and the copies that they sent.
create table resume (
    account_id blob primary key not null references account (id),
    version integer not null,
    content text not null,
    visibility text not null,
    updated_at integer not null
);

create table application (
    id blob primary key not null,
    job_id blob not null references job (id),
    account_id blob not null references account (id),
    company_id blob not null references company (id),
    -- None once withdrawn: what is not kept cannot be shown.
    snapshot text,
    resume_version integer not null,
    stage text not null,
    applied_at integer not null,
    stage_at integer not null,
    first_viewed_at integer,
    unique (job_id, account_id)
);
create index application_by_account on application (account_id, applied_at);

-- Who opened a snapshot, and when.
create table application_view (
    seq integer primary key autoincrement,
    application_id blob not null references application (id),
    viewer_id blob not null references account (id),
    at integer not null
);
create index application_view_by_application on application_view (application_id, seq);
