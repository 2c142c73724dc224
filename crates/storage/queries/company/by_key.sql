select company_id from company_key where key_hash = $1 order by company_id limit 1
