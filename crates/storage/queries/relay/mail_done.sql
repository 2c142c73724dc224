update relay_mail set message = null where id = $1
