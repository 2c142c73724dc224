insert into verification_log (subject, subject_id, verified, operator, at) values ($1, $2, $3, $4, $5)
