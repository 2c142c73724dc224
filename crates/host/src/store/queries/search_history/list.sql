select at, request from search_history order by at desc
