select exists (select 1 from look where look = ?1)
