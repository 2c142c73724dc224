select resume.id, resume.account_id, resume.visibility,
    resume.content -> 'basic' ->> 'birth_date' as birth_date,
    exists (select 1 from account where account.id = resume.account_id and account.closed_at is not null) as closed,
    exists (select 1 from block where block.account_id = resume.account_id
        and (block.company_id = viewer.company_id or block.key_hash in
            (select key_hash from company_key where company_key.company_id = viewer.company_id))) as blocked,
    exists (select 1 from application where application.account_id = resume.account_id
        and application.company_id = viewer.company_id and application.stage <> 'withdrawn') as applied,
    exists (select 1 from conversation where conversation.seeker_id = resume.account_id
        and conversation.company_id = viewer.company_id and conversation.in_contact) as in_contact,
    (select account.personalised from account where account.id = resume.account_id) as personalised
from resume cross join viewer
