select introduction.id, introduction.account_id, introduction.label, introduction.company_id,
    introduction.person_id, introduction.made_at, introduction.expires_at, introduction.max_openings,
    introduction.openings, introduction.revoked_at, company.name as company_name, company.demo as company_demo
from introduction
left join company on company.id = introduction.company_id
