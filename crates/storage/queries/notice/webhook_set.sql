insert into notice_webhook (account_id, id, url, confirmed_at) values ($1, $2, $3, $4)
on conflict (account_id) do update set id = excluded.id, url = excluded.url, confirmed_at = excluded.confirmed_at,
    failing_since = null
