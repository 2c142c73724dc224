select content from resume_step where kind = $1 order by position
