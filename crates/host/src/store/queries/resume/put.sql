insert into resume (id, base_version, base, visibility, content, dirty, revision, clashes)
values (1, $1, $2, $3, $4, $5, $6, $7)
on conflict (id) do update set base_version = excluded.base_version, base = excluded.base,
    visibility = excluded.visibility, content = excluded.content, dirty = excluded.dirty,
    revision = excluded.revision, clashes = excluded.clashes
