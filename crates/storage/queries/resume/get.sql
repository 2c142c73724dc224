select id, version, content, visibility, updated_at from resume where account_id = $1
