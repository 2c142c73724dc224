delete from application_mail
where application_id in (select id from application where company_id = $1)
