insert into application_mail (application_id, at, tries, next_at)
select $1, $3, 0, $3 from company_mailbox where company_id = $2
