delete from kept_job where job = $1
