select application from application order by position
