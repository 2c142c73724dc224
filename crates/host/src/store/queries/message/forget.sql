delete from message where conversation = $1
