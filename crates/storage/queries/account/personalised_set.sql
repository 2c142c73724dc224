update account set personalised = $2 where id = $1
