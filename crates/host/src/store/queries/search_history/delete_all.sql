delete from search_history
