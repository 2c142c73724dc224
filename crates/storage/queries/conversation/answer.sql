update conversation set
    in_contact = not exists (select 1 from block where block.account_id = conversation.seeker_id
        and (block.company_id = conversation.company_id or block.key_hash in
            (select key_hash from company_key where company_key.company_id = conversation.company_id))),
    seeker_name = coalesce((select content -> 'basic' ->> 'name' from resume
        where resume.account_id = conversation.seeker_id), seeker_name)
where id = $1
