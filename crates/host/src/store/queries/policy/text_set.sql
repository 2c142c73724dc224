insert into policy_text (language, policy) values ($1, $2)
on conflict (language) do update set policy = excluded.policy
