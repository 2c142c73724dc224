-- A conversation's messages stand side by side, in their order. They come in turns with those of other conversations,
-- and where they stood as they came, opening a conversation took a page, to be read and decrypted, for each message.
create table message_side_by_side (
    conversation blob not null,
    seq integer not null,
    id blob not null unique,
    message text not null,
    primary key (conversation, seq)
) strict, without rowid;

insert into message_side_by_side (conversation, seq, id, message)
select conversation, seq, id, message from message order by conversation, seq;

drop table message;
alter table message_side_by_side rename to message;
