delete from relay_mail where relay_id = $1
