select exists (select 1 from look where account_id = $1
    and (company_id = $2 or $2 is null and kind = 'staff_opened')) as looked
