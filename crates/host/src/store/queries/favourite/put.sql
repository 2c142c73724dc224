insert into favourite (job, card, kept_at) values ($1, $2, $3)
on conflict (job) do update set card = excluded.card
