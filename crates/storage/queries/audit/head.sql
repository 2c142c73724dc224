select seq, seal from audit_head
