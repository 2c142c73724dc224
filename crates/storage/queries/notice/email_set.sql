insert into notice_email (account_id, email, confirmed_at) values ($1, $2, $3)
on conflict (account_id) do update set email = excluded.email, confirmed_at = excluded.confirmed_at,
    failing_since = null
