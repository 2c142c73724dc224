insert into read_mark (conversation, seq, told_seq) values ($1, $2, 0)
on conflict (conversation) do update set seq = max(read_mark.seq, excluded.seq)
