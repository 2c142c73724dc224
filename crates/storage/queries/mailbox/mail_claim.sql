update application_mail set next_at = $3 where seq = $1 and next_at = $2
