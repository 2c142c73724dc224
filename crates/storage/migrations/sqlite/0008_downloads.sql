-- Copies that were downloaded: what a leaked one is told by. Who, of whom and when stands in the look.
create table download (
    -- Made by the device: a repeat is the same download.
    id blob primary key not null,
    look_id blob not null unique references look (id),
    -- The number that the copy's marks are made of.
    mark integer not null unique
);
