update audit_head set seal = $1
