update conversation set closed = true, in_contact = false where id = $1 and not closed
