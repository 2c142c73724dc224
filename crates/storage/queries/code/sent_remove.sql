delete from code_sent where phone_key = $1 and sent_at = $2
