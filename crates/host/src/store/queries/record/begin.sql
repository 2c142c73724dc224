insert into record_on_its_way (at, body) values ($1, $2) returning id
