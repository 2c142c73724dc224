update notice_digest set due_at = $3 where account_id = $1 and due_at = $2
