insert into telephony_event (id, fingerprint, taken_at) values ($1, $2, $3) on conflict (id) do nothing
