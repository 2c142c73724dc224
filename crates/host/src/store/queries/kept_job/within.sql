-- One list of all: fetching a row for each would take longer than finding them. With 17 digits a double is the same when
-- it is read again.
select '[' || coalesce(group_concat(printf('["%s",%!.17g,%!.17g]', hex(job), lat, lon)), '') || ']' from kept_job
where open = 1
    and lat between $3 and $4
    and case when $5 <= $6 then lon between $5 and $6 else lon >= $5 or lon <= $6 end
    and (instr(title_folded, $1) > 0 or instr(company_folded, $1) > 0)
    and ($2 = '[]' or not exists (
        select 1 from json_each($2) as word
        where instr(title_folded, word.value) = 0 and instr(company_folded, word.value) = 0
    ))
