select block, name from block_name order by block
