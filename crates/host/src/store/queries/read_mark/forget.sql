delete from read_mark where conversation = $1
