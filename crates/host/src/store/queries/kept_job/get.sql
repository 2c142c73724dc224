-- One list of all: fetching a row for each would take longer than reading them.
select '[' || coalesce(group_concat(kept_job.card, ',' order by wanted.key), '') || ']'
from json_each($1) as wanted
join kept_job on kept_job.job = unhex(wanted.value)
