-- The names under which companies were blocked here: the server keeps none of them.
create table block_name (
    block blob primary key,
    name text not null
) strict, without rowid;

-- Looks of others that the record has an entry of.
create table look (
    look blob primary key
) strict, without rowid;
