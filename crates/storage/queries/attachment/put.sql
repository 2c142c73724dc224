insert into attachment (id, account_id, name, content, size, pages, text, added_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (id) do nothing
