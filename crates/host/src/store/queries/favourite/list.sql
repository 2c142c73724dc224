select card from favourite order by kept_at desc, position desc
