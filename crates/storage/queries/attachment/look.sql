select id from look
where id = $1 and application_id = $2 and company_id = $3 and viewer_id = $4 and kind = 'attachment_downloaded'
