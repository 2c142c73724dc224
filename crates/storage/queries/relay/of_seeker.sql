select relay.id as relay_id, relay.account_id, relay.company_id, relay.used_at, relay.closed, relay.created_at,
    company.name as company_name, company.demo as company_demo
from relay left join company on company.id = relay.company_id
where relay.account_id = $1
order by relay.used_at desc, relay.id desc
