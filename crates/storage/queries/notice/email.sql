select email, confirmed_at, failing_since from notice_email where account_id = $1
