insert into staff_recovery_code (account_id, code_hash) values ($1, $2)
