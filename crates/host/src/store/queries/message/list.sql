select message from message where conversation = $1 order by seq
