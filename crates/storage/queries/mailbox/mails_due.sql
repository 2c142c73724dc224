select application_mail.seq, application_mail.application_id, application_mail.at, application_mail.tries,
    application_mail.next_at, application.company_id, job.content ->> 'title' as job_title, download.mark
from application_mail
join application on application.id = application_mail.application_id
join job on job.id = application.job_id
left join download on download.id = application_mail.copy_id
where application_mail.next_at <= $1
order by application_mail.next_at, application_mail.seq limit $2
