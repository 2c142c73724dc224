insert into conversation
    (id, seeker_id, last_seq, seeker_read, company_read, closed, in_contact, seeker_name, created_at, updated_at)
select $1, account.id, 0, 0, 0, false, false, $4, $3, $3 from account where id = $2 and closed_at is null
on conflict (seeker_id) where job_id is null do update set seeker_name = excluded.seeker_name
returning id
