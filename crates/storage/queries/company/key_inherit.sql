insert into company_key (company_id, key_hash)
select $1, company_key.key_hash from company_key
join recruiter on recruiter.company_id = company_key.company_id
where recruiter.account_id = $2
on conflict do nothing
