delete from search_history where at = $1
