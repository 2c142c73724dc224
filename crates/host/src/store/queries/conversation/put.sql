insert into conversation (id, updated_at, conversation) values ($1, $2, $3)
on conflict (id) do update set updated_at = excluded.updated_at, conversation = excluded.conversation
