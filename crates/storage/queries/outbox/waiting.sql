select count(*) as waiting, min(created_at) as oldest from outbox where topic = $1
