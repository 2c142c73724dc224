delete from application
