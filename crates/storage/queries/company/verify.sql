update company set verified = $2, updated_at = $3 where id = $1
