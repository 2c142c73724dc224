insert into resume (account_id, id, version, content, birth_date, visibility, updated_at)
values ($1, $2, 1, $3, $4, $5, $6)
on conflict (account_id) do update set version = 1, content = excluded.content, birth_date = excluded.birth_date,
        updated_at = excluded.updated_at
    where resume.version = 0
returning id
