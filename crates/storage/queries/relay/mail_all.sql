select relay_mail.id, relay_mail.relay_id, relay_mail.recruiter_id, relay_mail.to_seeker, relay_mail.notice,
    relay_mail.message, relay_mail.bounce, relay_mail.tries, relay_mail.next_at, relay_mail.accepted_at,
    relay.account_id, relay.company_id, relay.used_at, relay.closed
from relay_mail join relay on relay.id = relay_mail.relay_id
