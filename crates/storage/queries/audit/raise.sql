update audit_head set seq = seq + 1 returning seq - 1 as seq, seal
