update virtual_number_binding set next_at = $4
where released_at is null and not ending and next_at > $4
    and (account_id = $1 or company_id = $2 or recruiter_id = $3)
