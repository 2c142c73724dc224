insert into resume (account_id, id, version, content, visibility, updated_at) values ($1, $2, 0, $3, $4, $5)
on conflict (account_id) do update set visibility = excluded.visibility
returning id
