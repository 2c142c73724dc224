insert into relay_alias (name, relay_id, recruiter_id) values ($1, $2, $3) on conflict do nothing
