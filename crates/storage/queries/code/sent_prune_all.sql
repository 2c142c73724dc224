delete from code_sent where sent_at < $1
