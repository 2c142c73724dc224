-- A time that is taken is raised to the next free one.
insert into search_history (at, request)
with recursive free (at) as (
    select $1
    union all
    select free.at + 1 from free where exists (select 1 from search_history where search_history.at = free.at)
)
select max(at), $2 from free
