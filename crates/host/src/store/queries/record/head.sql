select seq, hash from record_head
