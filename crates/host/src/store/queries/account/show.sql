select account from account
