select seq, body, created_at from outbox where topic = $1 order by seq limit $2
