select id, version, content, visibility, updated_at from resume
