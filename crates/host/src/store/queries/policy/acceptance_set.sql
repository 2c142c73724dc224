insert into policy_acceptance (id, acceptance) values (1, $1)
on conflict (id) do update set acceptance = excluded.acceptance
