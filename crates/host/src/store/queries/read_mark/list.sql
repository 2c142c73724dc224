select conversation, seq from read_mark where seq > told_seq order by conversation
