delete from relay_alias where relay_id = $1
