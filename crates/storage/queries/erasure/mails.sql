select relay.account_id, account.closed_at, relay_received.alias, relay_received.first_at, relay_received.last_at,
    recruiter.name as recruiter_name
from relay_received
join relay on relay.id = relay_received.relay_id
join account on account.id = relay.account_id and account.closed_at is not null
left join recruiter on recruiter.account_id = relay_received.recruiter_id
where relay.company_id = $1
order by relay_received.first_at, relay_received.alias, relay_received.recruiter_id
