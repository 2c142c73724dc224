select coalesce(max(seq), 0) from message where conversation = $1
