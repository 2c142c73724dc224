-- Attachment résumés: files of a seeker's own making, and the copies that went with applications.
create table attachment (
    -- Made by the device: a repeat is the same file.
    id uuid primary key not null,
    account_id uuid not null references account (id),
    name text not null,
    content bytea not null,
    size bigint not null,
    pages bigint not null,
    -- All text of the file, in which contact data is looked for anew each time: what is the seeker's own may change.
    text text not null,
    added_at bigint not null
);
create index attachment_by_account on attachment (account_id, added_at);

create table application_attachment (
    application_id uuid not null references application (id),
    sent_at bigint not null,
    -- None once withdrawn, as the snapshot: what is not kept cannot be shown.
    name text,
    content bytea,
    size bigint not null,
    pages bigint not null,
    -- What of contact data was handed over with it, which stays to be told who is to delete it.
    contact jsonb not null,
    primary key (application_id, sent_at)
);
create unique index application_attachment_live on application_attachment (application_id)
    where content is not null;
