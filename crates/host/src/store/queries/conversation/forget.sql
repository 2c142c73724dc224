delete from conversation where id = $1
