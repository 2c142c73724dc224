delete from notice_sms where at < $1
