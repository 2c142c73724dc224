update resume
set base_version = $1, base = $2, clashes = $4, dirty = case when revision = $3 then 0 else dirty end
