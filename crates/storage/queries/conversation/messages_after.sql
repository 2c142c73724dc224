select id, conversation_id, seq, side, sender_id, text, sent_at from message
where conversation_id = $1 and seq > $2 order by seq limit $3
