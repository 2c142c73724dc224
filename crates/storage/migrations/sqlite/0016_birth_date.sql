-- Who may see a résumé depends on it, and reading it out of the content took longer the longer the content was.
alter table resume add column birth_date text;
update resume set birth_date = content -> 'basic' ->> 'birth_date';
