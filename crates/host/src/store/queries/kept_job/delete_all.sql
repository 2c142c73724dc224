delete from kept_job
