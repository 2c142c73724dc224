insert into account (id, created_at) values ($1, $2)
