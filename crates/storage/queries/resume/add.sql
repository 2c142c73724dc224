insert into resume (account_id, id, version, content, visibility, updated_at) values ($1, $2, 1, $3, $4, $5)
on conflict (account_id) do update set version = 1, content = excluded.content, updated_at = excluded.updated_at
    where resume.version = 0
returning id
