insert into policy_acceptance (account_id, version, accepted_at, recorded_at) values ($1, $2, $3, $4)
on conflict (account_id, version) do nothing
