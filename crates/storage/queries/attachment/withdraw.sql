update application_attachment set name = null, content = null where application_id = $1 and content is not null
