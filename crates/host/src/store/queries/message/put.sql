-- The numbering is the server's: what it now says under a number stands.
insert into message (id, conversation, seq, message) values ($1, $2, $3, $4)
on conflict (id) do nothing
on conflict (conversation, seq) do update set id = excluded.id, message = excluded.message
