delete from block_name where block = ?1
