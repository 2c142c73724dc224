delete from relay_mail where accepted_at < $1 and message is null
