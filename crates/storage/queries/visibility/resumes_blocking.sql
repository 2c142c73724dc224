select resume.id from resume
where resume.account_id in (select block.account_id from block where block.company_id = $1
    or block.key_hash in (select key_hash from company_key where company_key.company_id = $1))
