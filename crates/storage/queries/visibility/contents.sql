select id, content from resume
