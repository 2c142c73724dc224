select block.id, block.origin, block.created_at, company.id as company_id, company.name as company_name, company.demo as company_demo
from block
left join company on company.id = coalesce(block.company_id, (select company_key.company_id from company_key
    where company_key.key_hash = block.key_hash order by company_key.company_id limit 1))
where block.account_id = $1
order by block.created_at desc, block.id desc
