update relay_mail set tries = tries + 1, next_at = $3 where id = $1 and next_at = $2 and message is not null
