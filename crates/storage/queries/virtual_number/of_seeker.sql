select virtual_number.id, virtual_number.company_id, company.name as company_name,
    company.demo as company_demo, virtual_number.created_at, virtual_number.closed
from virtual_number left join company on company.id = virtual_number.company_id
where virtual_number.account_id = $1
order by virtual_number.created_at desc, virtual_number.id desc
