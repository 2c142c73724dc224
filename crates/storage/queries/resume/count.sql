select count(*) as held from resume where version > 0
