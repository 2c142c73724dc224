select id, virtual_number_id, account_id, company_id, recruiter_id, parties, number, asked_at, expires_at, ending, tries,
    next_at
from virtual_number_binding
where released_at is null
