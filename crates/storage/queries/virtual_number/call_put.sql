insert into virtual_number_call (binding_id, call, began_at, seconds)
select virtual_number_binding.id, $2, $3, $4 from virtual_number_binding where virtual_number_binding.id = $1
on conflict (binding_id, call) do update set seconds = coalesce(virtual_number_call.seconds, excluded.seconds)
