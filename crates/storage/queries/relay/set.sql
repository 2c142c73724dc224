update relay set closed = $3 where id = $1 and account_id = $2
