-- Links by which a seeker introduces the résumé, and the seeker's answers about applications of blocked companies.
create table introduction (
    id blob primary key not null,
    account_id blob not null references account (id),
    token_hash blob not null unique,
    label text not null,
    -- The one company that it is for; none when it is for a person.
    company_id blob references company (id),
    -- The person whose it is: whoever opened it first.
    person_id blob references account (id),
    made_at integer not null,
    expires_at integer not null,
    max_openings integer not null,
    openings integer not null,
    revoked_at integer
);
create index introduction_by_account on introduction (account_id, made_at);

-- The link by which the viewer came.
alter table look add column introduction_id blob references introduction (id);

-- "Leave it": the seeker was asked after the block and lets the company keep it; the next block asks again.
alter table application add column left_to_blocked boolean not null default false;

-- Whether what the person did and wrote may be used to recommend.
alter table account add column personalised boolean not null default true;
