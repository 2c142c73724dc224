select look.account_id, account.closed_at, download.mark, look.kind, look.at, recruiter.name as viewer_name
from look
join account on account.id = look.account_id and account.closed_at is not null
join download on download.look_id = look.id
left join recruiter on recruiter.account_id = look.viewer_id
where look.company_id = $1
order by look.at, look.id
