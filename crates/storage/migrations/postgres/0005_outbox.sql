-- What must reach the index or a person, written in the transaction of its cause and deleted once it arrived.
-- Readers take the lowest numbers that are there: a number that commits late is met late, never skipped.
create table outbox (
    seq bigint generated always as identity primary key,
    topic text not null,
    body jsonb not null,
    created_at bigint not null
);
create index outbox_by_topic on outbox (topic, seq);
