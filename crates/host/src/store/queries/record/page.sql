select seq, at, body, hash from record where seq < $1 order by seq desc limit $2
