create table permission (
    id integer primary key check (id = 1),
    permissions text not null
) strict;

-- The record of personal data. Rows are added and, all together, cleared; `hash` chains each to the one before it.
create table record (
    seq integer primary key,
    at integer not null,
    body text not null,
    hash text not null
) strict;

-- Where the record ends, apart from its rows, so that cutting off the newest shows.
create table record_head (
    id integer primary key check (id = 1),
    seq integer not null,
    hash text not null
) strict;

-- What is about to be handed over: becomes a row of the record once its request has left the device.
create table record_on_its_way (
    id integer primary key autoincrement,
    at integer not null,
    body text not null
) strict;
