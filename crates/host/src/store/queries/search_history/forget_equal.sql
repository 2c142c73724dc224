delete from search_history where request = $1
