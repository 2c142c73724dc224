delete from company_mailbox where company_id = $1
