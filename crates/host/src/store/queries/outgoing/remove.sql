delete from outgoing where id = $1
