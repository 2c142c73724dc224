select conversation from conversation where id = $1
