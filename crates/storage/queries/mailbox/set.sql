insert into company_mailbox (company_id, email, set_by, confirmed_at) values ($1, $2, $3, $4)
on conflict (company_id) do update set email = excluded.email, set_by = excluded.set_by,
    confirmed_at = excluded.confirmed_at, failing_since = null
