-- What companies said that they deleted of closed accounts. What they had follows from looks, applications and requests.
create table erasure (
    account_id uuid not null references account (id),
    company_id uuid not null references company (id),
    confirmed_by uuid not null references account (id),
    confirmed_at bigint not null,
    primary key (account_id, company_id)
);
create index erasure_by_company on erasure (company_id);
create index look_by_company on look (company_id, at);
create index application_by_company on application (company_id, applied_at);
create index account_by_closing on account (closed_at) where closed_at is not null;
