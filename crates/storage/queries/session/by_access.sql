select session.id, session.account_id, session.last_used_at
from session_token join session on session.id = session_token.session_id
where session_token.hash = $1 and not session_token.refresh and session_token.expires_at > $2
  and session.ended_at is null
