update notice_webhook set failing_since = coalesce(failing_since, $2) where account_id = $1
