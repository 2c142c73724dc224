delete from company_mailbox where set_by = $1
