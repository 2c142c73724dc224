insert into email_code
    (account_id, purpose, email, email_key, code_hash, tries, sent_at, sent_count, window_at, expires_at)
values ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9)
on conflict (account_id, purpose) do update set email = excluded.email, email_key = excluded.email_key,
    code_hash = excluded.code_hash, tries = 0, sent_at = excluded.sent_at, sent_count = excluded.sent_count,
    window_at = excluded.window_at, expires_at = excluded.expires_at
