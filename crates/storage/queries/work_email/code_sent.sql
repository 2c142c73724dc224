select sent_at, sent_count, window_at from work_email_code where account_id = $1
