update relay_mail set next_at = $2 where id = $1
