select fingerprint from telephony_event where id = $1
