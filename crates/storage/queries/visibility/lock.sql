update account set created_at = created_at where id = $1
