insert into settings (id, settings) values (1, $1) on conflict (id) do update set settings = excluded.settings
