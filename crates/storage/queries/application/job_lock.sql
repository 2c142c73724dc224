update job set updated_at = updated_at where id = $1 and open returning company_id
