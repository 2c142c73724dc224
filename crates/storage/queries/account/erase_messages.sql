update message set text = '' where sender_id = $1 and side = 'seeker'
