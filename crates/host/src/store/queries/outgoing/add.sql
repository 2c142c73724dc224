insert into outgoing (id, conversation, text, at, refused)
select $1, $2, $3, $4, $5 where not exists (select 1 from message where id = $1)
on conflict (id) do nothing
