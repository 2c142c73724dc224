delete from favourite where job = $1
