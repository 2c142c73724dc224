insert into notice_sms (seq, account_id, at) values ($1, $2, $3) on conflict do nothing
