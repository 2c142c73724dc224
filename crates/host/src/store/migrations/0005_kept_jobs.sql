-- Jobs that were seen in searches by hand or opened, for when the server cannot be reached. Never those that were only
-- seen nearby: with their times they would be a trail of where somebody was.
--
-- `title` and `company` are for showing, the folded ones for comparing. The indexes have all columns that a query asks
-- for, so that none reads the cards of jobs that it does not answer; partial ones would be read together with the rows.
create table kept_job (
    id integer primary key,
    job blob not null unique,
    seen_at integer not null,
    open integer not null,
    title text not null,
    title_folded text not null,
    company text not null,
    company_folded text not null,
    lat real,
    lon real,
    card text not null,
    posting text
) strict;

create index kept_job_seen_at on kept_job (seen_at);
create index kept_job_title on kept_job (open, title_folded, title);
create index kept_job_company on kept_job (open, company_folded, company);
create index kept_job_position on kept_job (open, lat, lon, title_folded, company_folded, job);
