insert into block_name (block, name) values (?1, ?2) on conflict (block) do update set name = excluded.name
