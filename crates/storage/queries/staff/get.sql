select exists (select 1 from staff where account_id = $1) as staff
