select accepted_at from policy_acceptance where account_id = $1 and version = $2
