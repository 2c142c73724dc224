insert into relay_mail (id, relay_id, recruiter_id, to_seeker, notice, message, bounce, fingerprint, tries, next_at,
    accepted_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $9)
on conflict (fingerprint) do nothing
