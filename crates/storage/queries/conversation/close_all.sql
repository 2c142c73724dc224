update conversation set closed = true, in_contact = false where seeker_id = $1
