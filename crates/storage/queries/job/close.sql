update job set open = false, updated_at = $2 where id = $1
