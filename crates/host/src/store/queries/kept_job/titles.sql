select min(title), count(*) from kept_job
where open = 1 and instr(title_folded, $1) > 0
group by title_folded
order by instr(title_folded, $1) = 1 desc, count(*) desc, title_folded
limit $2
