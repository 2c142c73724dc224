select company_id, email, set_by, confirmed_at, failing_since from company_mailbox where company_id = $1
