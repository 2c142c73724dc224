insert into message (id, conversation_id, seq, side, sender_id, text, sent_at)
values ($1, $2, $3, $4, $5, $6, $7)
