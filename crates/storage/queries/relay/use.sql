update relay set used_at = $2 where id = $1 and not closed
