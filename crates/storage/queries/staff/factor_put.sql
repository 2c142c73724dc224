insert into staff_factor (account_id, sealed, last_step, tries, locked_until) values ($1, $2, 0, 0, 0)
on conflict (account_id) do update set sealed = excluded.sealed, last_step = 0, tries = 0, locked_until = 0
