insert into record (seq, at, body, hash) values ($1, $2, $3, $4)
