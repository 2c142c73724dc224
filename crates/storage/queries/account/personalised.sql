select personalised from account where id = $1
