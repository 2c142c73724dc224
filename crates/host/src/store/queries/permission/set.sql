insert into permission (id, permissions) values (1, $1) on conflict (id) do update set permissions = excluded.permissions
