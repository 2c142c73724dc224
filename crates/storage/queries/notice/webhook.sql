select id, url, confirmed_at, failing_since from notice_webhook where account_id = $1
