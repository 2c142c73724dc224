update job set updated_at = updated_at where id = $1 and company_id = $2 returning content, open
