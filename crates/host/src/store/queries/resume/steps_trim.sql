delete from resume_step
where kind = $1
    and position not in (select position from resume_step where kind = $1 order by position desc limit $2)
