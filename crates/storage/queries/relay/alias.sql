select relay.id as relay_id, relay.account_id, relay.company_id, relay.used_at, relay.closed, relay_alias.recruiter_id
from relay_alias join relay on relay.id = relay_alias.relay_id
where relay_alias.name = $1
