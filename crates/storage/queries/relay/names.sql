select seeker.name as seeker_name, recruiter.name as recruiter_name
from relay_alias as seeker
join relay_alias as recruiter on recruiter.relay_id = seeker.relay_id and recruiter.recruiter_id = $2
where seeker.relay_id = $1 and seeker.recruiter_id is null
