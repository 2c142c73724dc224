select seq, account_id, kind, way, subject_id, at, tries, next_at from notice
where next_at <= $1 order by next_at, seq limit $2
