select kind, way from notice_choice where account_id = $1 order by kind, way
