select resume.id is not null as held,
    coalesce(resume.id, wanted.key) as id, coalesce(resume.account_id, wanted.key) as account_id,
    coalesce(resume.visibility, 'private') as visibility, resume.birth_date,
    exists (select 1 from account where account.id = coalesce(resume.account_id, wanted.key)
        and account.closed_at is not null) as closed,
    exists (select 1 from block where block.account_id = coalesce(resume.account_id, wanted.key)
        and (block.company_id = viewer.company_id or block.key_hash in
            (select key_hash from company_key where company_key.company_id = viewer.company_id))) as blocked,
    exists (select 1 from application where application.account_id = coalesce(resume.account_id, wanted.key)
        and application.company_id = viewer.company_id and application.stage <> 'withdrawn') as applied,
    exists (select 1 from conversation where conversation.seeker_id = coalesce(resume.account_id, wanted.key)
        and conversation.company_id = viewer.company_id and conversation.in_contact) as in_contact,
    coalesce((select account.personalised from account where account.id = coalesce(resume.account_id, wanted.key)),
        true) as personalised
from wanted cross join viewer left join resume on
