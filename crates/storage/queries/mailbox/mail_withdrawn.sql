insert into application_mail (application_id, copy_id, at, tries, next_at)
select application.id, download.id, $2, 0, $2
from application
join company_mailbox on company_mailbox.company_id = application.company_id
join look on look.application_id = application.id and look.kind = 'mailed' and look.at >= application.applied_at
join download on download.look_id = look.id
where application.id = $1
