insert into staff_session (session_id, account_id, until) values ($1, $2, $3)
on conflict (session_id) do update set until = excluded.until
