delete from attachment where id = $1 and account_id = $2
