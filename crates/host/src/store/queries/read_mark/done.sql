update read_mark set told_seq = max(told_seq, $2) where conversation = $1
