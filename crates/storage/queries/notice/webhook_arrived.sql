update notice_webhook set failing_since = null where account_id = $1
