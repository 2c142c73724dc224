select min(company), count(*) from kept_job
where open = 1 and instr(company_folded, $1) > 0
group by company_folded
order by instr(company_folded, $1) = 1 desc, count(*) desc, company_folded
limit $2
