select kept_job.card from json_each($1) as wanted
join kept_job on kept_job.job = unhex(wanted.value)
order by wanted.key
