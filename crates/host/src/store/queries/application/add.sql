insert into application (application) values ($1)
