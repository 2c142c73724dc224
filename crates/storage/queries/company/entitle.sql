update company set resume_search = $2, updated_at = $3 where id = $1
