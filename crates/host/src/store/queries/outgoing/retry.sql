-- One that was not refused keeps its place.
update outgoing
set position = case when refused = 1 then (select max(position) + 1 from outgoing) else position end, refused = 0
where id = $1
