update application set despite_block = false, left_to_blocked = false
where account_id = $1 and (despite_block or left_to_blocked)
    and company_id in (select company_key.company_id from company_key
        where company_key.key_hash = $2 union select block.company_id from block where block.id = $3)
