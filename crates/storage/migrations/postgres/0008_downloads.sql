-- Copies that were downloaded: what a leaked one is told by. Who, of whom and when stands in the look.
create table download (
    -- Made by the device: a repeat is the same download.
    id uuid primary key not null,
    look_id uuid not null unique references look (id),
    -- The number that the copy's marks are made of.
    mark bigint not null unique
);
