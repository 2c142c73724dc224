delete from resume_step where position = $1
