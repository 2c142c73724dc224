insert into resume_step (kind, content) values ($1, $2)
