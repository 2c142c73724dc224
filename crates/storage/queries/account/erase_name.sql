update conversation set seeker_name = '' where seeker_id = $1
