select look.company_id, company.name as company_name, company.demo as company_demo,
    count(*) filter (where look.kind not in ('downloaded', 'mailed')) as opened,
    count(*) filter (where look.kind in ('downloaded', 'mailed')) as downloaded
from look left join company on company.id = look.company_id
where look.account_id = $1 and look.at >= $2 and look.at < $3
group by look.company_id, company.name, company.demo
order by count(*) desc, company.name, look.company_id
