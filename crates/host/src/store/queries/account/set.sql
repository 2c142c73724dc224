insert into account (id, account) values (1, $1) on conflict (id) do update set account = excluded.account
