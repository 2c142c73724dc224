select recruiter.name, recruiter.title, recruiter.person_verified, recruiter.employment_verified,
    company.resume_search,
    company.id as company_id, company.name as company_name, company.industry as company_industry,
    company.size as company_size, company.address as company_address,
    company.introduction as company_introduction, company.verified as company_verified,
    company.demo as company_demo
from recruiter join company on company.id = recruiter.company_id
where recruiter.account_id = $1
