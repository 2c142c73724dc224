select id from job where fingerprint = $1 and (source is null or source <> $2) order by id limit 1
