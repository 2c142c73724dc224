select until from staff_session where session_id = $1 and account_id = $2
