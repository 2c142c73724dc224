delete from notice_choice where account_id = $1 and kind = $2 and way = $3
