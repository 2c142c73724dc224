select id, name from company
where exists (select 1 from recruiter where recruiter.company_id = company.id)
    and not exists (select 1 from company_key where company_key.company_id = company.id)
