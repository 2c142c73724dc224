select resume.content -> 'basic' ->> 'email' as resume_email, work_email.email as work_email,
    resume.content -> 'basic' ->> 'phone' as resume_phone, account_phone.phone as account_phone
from account
left join resume on resume.account_id = account.id
left join account_phone on account_phone.account_id = account.id
left join work_email on work_email.account_id = account.id
where account.id = $1
