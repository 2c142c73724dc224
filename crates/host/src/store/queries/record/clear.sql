delete from record
