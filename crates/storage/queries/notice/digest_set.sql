insert into notice_digest (account_id, zone, due_at) values ($1, $2, $3)
on conflict (account_id) do update set zone = excluded.zone, due_at = excluded.due_at
