insert into outbox (topic, body, created_at) values ($1, $2, $3)
