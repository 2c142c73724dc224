select company.id, company.name from company
where company.id in (
    select look.company_id from look
    join account on account.id = look.account_id and account.closed_at is not null
    join download on download.look_id = look.id
    union
    select application.company_id from application
    join account on account.id = application.account_id and account.closed_at is not null
    union
    select contact_request.company_id from contact_request
    join account on account.id = contact_request.account_id and account.closed_at is not null
    union
    select relay.company_id from relay
    join account on account.id = relay.account_id and account.closed_at is not null
    join relay_received on relay_received.relay_id = relay.id
)
order by company.name, company.id
