-- What recruiters received of seekers over the relay: by it they find the mails when the account is closed. It outlives
-- the mails and the aliases, which are deleted.
create table relay_received (
    relay_id uuid not null references relay (id),
    recruiter_id uuid not null references account (id),
    -- What stood before the @ of the address that the mails came from.
    alias text not null,
    first_at bigint not null,
    last_at bigint not null,
    primary key (relay_id, recruiter_id, alias)
);
insert into relay_received (relay_id, recruiter_id, alias, first_at, last_at)
select relay_mail.relay_id, relay_mail.recruiter_id, relay_alias.name, min(relay_mail.accepted_at),
    max(relay_mail.accepted_at)
from relay_mail
join relay_alias on relay_alias.relay_id = relay_mail.relay_id and relay_alias.recruiter_id is null
where not relay_mail.to_seeker and not relay_mail.notice
group by relay_mail.relay_id, relay_mail.recruiter_id, relay_alias.name;
