update conversation set
    seeker_read = case when $2 > last_seq then last_seq else $2 end,
    seeker_read_shown = case when closed then seeker_read_shown when $2 > last_seq then last_seq else $2 end
where id = $1 and seeker_read < case when $2 > last_seq then last_seq else $2 end
returning seeker_read as read, seeker_id, company_id
