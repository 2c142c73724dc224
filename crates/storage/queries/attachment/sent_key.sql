select sent_at from application_attachment where application_id = $1 and content is not null
