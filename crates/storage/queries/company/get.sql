select company.id as company_id, company.name as company_name, company.industry as company_industry,
    company.size as company_size, company.address as company_address,
    company.introduction as company_introduction, company.verified as company_verified,
    company.demo as company_demo
from company where company.id = $1
