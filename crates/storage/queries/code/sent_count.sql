select count(*) as sent, max(sent_at) as last from code_sent where phone_key = $1
