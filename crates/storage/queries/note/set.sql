insert into resume_note (account_id, recruiter_id, company_id, text, at)
values ((select account_id from resume where id = $1), $2, $3, $4, $5)
on conflict (account_id, recruiter_id, company_id) do update set text = excluded.text, at = excluded.at
