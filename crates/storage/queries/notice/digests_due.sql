select account_id, zone, due_at from notice_digest
where due_at <= $1 and exists (select 1 from notice_choice
    where notice_choice.account_id = notice_digest.account_id and notice_choice.kind = 'weekly_digest')
order by due_at limit $2
