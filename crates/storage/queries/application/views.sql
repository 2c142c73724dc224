select viewer_id, at from application_view where application_id = $1 order by seq desc
