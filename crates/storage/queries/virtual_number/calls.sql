select virtual_number_call.began_at, virtual_number_call.seconds
from virtual_number_call join virtual_number_binding on virtual_number_binding.id = virtual_number_call.binding_id
where virtual_number_binding.virtual_number_id = $1
order by virtual_number_call.began_at desc limit $2
