select seq, at, body, hash from record order by seq
