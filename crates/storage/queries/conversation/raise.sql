update conversation set last_seq = last_seq + 1, updated_at = $2
where id = $1 and not closed
returning last_seq, seeker_id, company_id
