insert into application_attachment (application_id, sent_at, name, content, size, pages, contact)
select $1, $2, name, content, size, pages, $3 from attachment where id = $4 and account_id = $5
