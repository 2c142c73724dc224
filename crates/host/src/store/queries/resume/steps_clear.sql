delete from resume_step where kind = $1
