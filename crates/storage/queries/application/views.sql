select viewer_id, at from look where application_id = $1 order by at desc, id desc
