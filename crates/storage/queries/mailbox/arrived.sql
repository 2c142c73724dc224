update company_mailbox set failing_since = null where company_id = $1
