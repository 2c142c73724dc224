update introduction set label = '', revoked_at = coalesce(revoked_at, $2) where account_id = $1
