select id, at, body from record_on_its_way order by id
