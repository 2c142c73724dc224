select id, conversation, text, at, refused from outgoing order by position
