delete from kept_job
where id in (select id from kept_job order by seen_at desc, id desc limit -1 offset $1)
