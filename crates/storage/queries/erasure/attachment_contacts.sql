select application.account_id, account.closed_at, application_attachment.contact, application_attachment.sent_at
from application_attachment
join application on application.id = application_attachment.application_id
join account on account.id = application.account_id and account.closed_at is not null
where application.company_id = $1
order by application_attachment.sent_at, application.id
