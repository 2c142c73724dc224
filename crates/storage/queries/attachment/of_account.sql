select id, name, size, pages, text, added_at from attachment where account_id = $1 order by added_at desc, id desc
