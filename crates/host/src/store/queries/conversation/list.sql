select conversation from conversation order by updated_at desc, id desc
