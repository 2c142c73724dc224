insert into relay_received (relay_id, recruiter_id, alias, first_at, last_at)
select relay_alias.relay_id, $2, relay_alias.name, $3, $3 from relay_alias
where relay_alias.relay_id = $1 and relay_alias.recruiter_id is null
on conflict (relay_id, recruiter_id, alias) do update set last_at = excluded.last_at
