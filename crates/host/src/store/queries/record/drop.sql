delete from record_on_its_way where id = $1
