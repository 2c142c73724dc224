delete from staff_recovery_code where account_id = $1 and code_hash = $2
