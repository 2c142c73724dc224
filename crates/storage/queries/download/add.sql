insert into download (id, look_id, mark) values ($1, $2, $3) on conflict do nothing
