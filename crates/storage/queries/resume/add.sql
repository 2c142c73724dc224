insert into resume (account_id, version, content, visibility, updated_at) values ($1, 1, $2, $3, $4)
on conflict (account_id) do nothing
