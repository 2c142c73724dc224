update company_mailbox set failing_since = coalesce(failing_since, $2) where company_id = $1
