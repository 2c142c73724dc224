insert into notice_choice (account_id, kind, way) values ($1, $2, $3) on conflict do nothing
