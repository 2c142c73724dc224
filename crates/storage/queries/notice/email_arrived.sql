update notice_email set failing_since = null where account_id = $1
