select posting from kept_job where job = $1 and posting is not null
