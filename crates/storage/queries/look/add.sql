insert into look (id, account_id, kind, company_id, viewer_id, application_id, introduction_id, reason, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
