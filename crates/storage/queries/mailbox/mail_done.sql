delete from application_mail where seq = $1
