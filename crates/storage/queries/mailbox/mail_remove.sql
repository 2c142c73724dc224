delete from application_mail where application_id = $1 and copy_id is null
