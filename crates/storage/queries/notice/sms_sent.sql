select count(*) as sent from notice_sms where account_id = $1 and at > $2 and seq <> $3
