-- The first word apart from the rest: most searches have one, and then no list is taken apart for each row.
select card from kept_job
where open = 1
    and (instr(title_folded, $1) > 0 or instr(company_folded, $1) > 0)
    and ($2 = '[]' or not exists (
        select 1 from json_each($2) as word
        where instr(title_folded, word.value) = 0 and instr(company_folded, word.value) = 0
    ))
