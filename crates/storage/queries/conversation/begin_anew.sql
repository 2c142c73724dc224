update conversation set closed = false, in_contact = true, seeker_read_shown = seeker_read
where id = $1 and not exists (select 1 from block where block.account_id = conversation.seeker_id
    and (block.company_id = conversation.company_id or block.key_hash in
        (select key_hash from company_key where company_key.company_id = conversation.company_id)))
