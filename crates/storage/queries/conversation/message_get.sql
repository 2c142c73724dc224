select id, conversation_id, seq, side, sender_id, text, sent_at from message where id = $1
