-- What must reach the index or a person, written in the transaction of its cause and deleted once it arrived.
-- Readers take the lowest numbers that are there: a number that commits late is met late, never skipped.
create table outbox (
    seq integer primary key autoincrement,
    topic text not null,
    body text not null,
    created_at integer not null
);
create index outbox_by_topic on outbox (topic, seq);
