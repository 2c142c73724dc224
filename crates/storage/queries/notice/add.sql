insert into notice (account_id, kind, way, subject_id, at, tries, next_at)
select notice_choice.account_id, notice_choice.kind, notice_choice.way, $3, $4, 0, $4
from notice_choice
where notice_choice.account_id = $1 and notice_choice.kind = $2
    and (notice_choice.way = 'sms'
        or (notice_choice.way = 'mail' and exists (select 1 from notice_email where notice_email.account_id = $1))
        or (notice_choice.way = 'webhook'
            and exists (select 1 from notice_webhook where notice_webhook.account_id = $1)))
