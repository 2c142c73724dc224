select account.created_at, account_phone.phone
from account join account_phone on account_phone.account_id = account.id
where account.id = $1
