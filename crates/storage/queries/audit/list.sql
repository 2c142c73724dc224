select seq, at, account_id, body, seal from audit where seq > $1 order by seq limit $2
