update resume set visibility = $2 where account_id = $1 returning id
