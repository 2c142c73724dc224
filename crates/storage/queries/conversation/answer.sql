update conversation set
    in_contact = not exists (select 1 from block where block.account_id = conversation.seeker_id
        and (block.company_id = conversation.company_id or block.key_hash in
            (select key_hash from company_key where company_key.company_id = conversation.company_id))),
    seeker_name = case
        when seeker_name <> '' and (in_contact or exists (select 1 from application
            where application.job_id = conversation.job_id and application.account_id = conversation.seeker_id))
            then seeker_name
        else coalesce((select content -> 'basic' ->> 'name' from resume
            where resume.account_id = conversation.seeker_id), seeker_name)
    end
where id = $1
