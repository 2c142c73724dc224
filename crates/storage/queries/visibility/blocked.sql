select exists (select 1 from block where block.account_id = $1
    and (block.company_id = $2 or block.key_hash in
        (select key_hash from company_key where company_key.company_id = $2))) as blocked
