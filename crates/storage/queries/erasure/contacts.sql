select contact_request.account_id, account.closed_at, contact_request.state
from contact_request
join account on account.id = contact_request.account_id and account.closed_at is not null
where contact_request.company_id = $1
order by contact_request.asked_at, contact_request.id
