select erasure.account_id, erasure.confirmed_at, recruiter.name as confirmed_name
from erasure left join recruiter on recruiter.account_id = erasure.confirmed_by
where erasure.company_id = $1
