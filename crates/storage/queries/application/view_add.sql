insert into application_view (application_id, viewer_id, at) values ($1, $2, $3)
