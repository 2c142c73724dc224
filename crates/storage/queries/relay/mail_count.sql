select count(*) as sent from relay_mail join relay on relay.id = relay_mail.relay_id
where relay_mail.accepted_at > $3 and not relay_mail.notice and relay_mail.to_seeker = $2
    and case when $2 then relay_mail.recruiter_id else relay.account_id end = $1
