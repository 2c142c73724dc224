update application_mail set next_at = $3, tries = tries + 1 where seq = $1 and next_at = $2
