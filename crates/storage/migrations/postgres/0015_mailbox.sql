-- Applications to a company's own mailbox: where to, and what is on its way.

-- One for each company, proved by a code that was mailed to it.
create table company_mailbox (
    company_id uuid primary key not null references company (id),
    email text not null,
    -- Nothing goes there any more once they do not recruit for the company.
    set_by uuid not null references account (id),
    confirmed_at bigint not null,
    -- Since when nothing arrives there any more.
    failing_since bigint
);
create index company_mailbox_by_account on company_mailbox (set_by);

-- Mails on their way: written with the application, or with its withdrawal, and deleted once they arrived or were given
-- up. Keys only.
create table application_mail (
    seq bigint generated always as identity primary key,
    application_id uuid not null references application (id),
    -- The copy that was mailed, of an application that was withdrawn since; none for an application that is to be mailed.
    copy_id uuid references download (id),
    at bigint not null,
    tries bigint not null,
    next_at bigint not null
);
create index application_mail_by_time on application_mail (next_at);
create index application_mail_by_application on application_mail (application_id);
