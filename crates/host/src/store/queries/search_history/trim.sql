delete from search_history where at not in (select at from search_history order by at desc limit $1)
