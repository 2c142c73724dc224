delete from telephony_event where taken_at < $1
