update recruiter set person_verified = $2, employment_verified = $3, updated_at = $4 where account_id = $1
