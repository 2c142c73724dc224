select id, name, demo from company
where exists (select 1 from recruiter where recruiter.company_id = company.id) and company.verified
    and company.name_key like $1 escape '\'
order by length(name), name limit $2
