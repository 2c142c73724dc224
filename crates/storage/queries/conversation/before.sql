select job.company_id, conversation.id, coalesce(application.despite_block and application.stage <> 'withdrawn', false)
    as despite_block
from job
left join conversation on conversation.job_id = job.id and conversation.seeker_id = $2
left join application on application.job_id = job.id and application.account_id = $2
where job.id = $1
