insert into look (look) values (?1) on conflict (look) do nothing
