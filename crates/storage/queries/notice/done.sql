delete from notice where seq = $1
