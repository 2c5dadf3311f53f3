-- What was merely seen goes from here after 90 days: it names nobody, but a device and an hour are
-- near to somebody. Decisions stay; nobody changes an event, and nobody deletes another one.
create function osawatch.kept() returns trigger language plpgsql as $$ begin
  if tg_op = 'DELETE' and old.kind = 'seen'
     and old.received < clock_timestamp() - interval '90 days' then
    return old;
  end if;
  raise exception 'the log is added to, never changed';
end $$;
revoke all on function osawatch.kept() from public;
drop trigger frozen on osawatch.event;
create trigger frozen before update or delete on osawatch.event
  for each row execute function osawatch.kept();
create index event_seen on osawatch.event(received) where kind = 'seen';

create or replace function osawatch.note_contact(sent bigint, got bigint, behind bigint) returns void
language sql security definer set search_path = osawatch, pg_temp as $$
  insert into contact(usr, post, events_sent, events_got, behind)
    select session_user, post, sent, got, $3 from member where usr = session_user
  on conflict (usr) do update set at = clock_timestamp(), behind = excluded.behind,
    events_sent = contact.events_sent + excluded.events_sent,
    events_got = contact.events_got + excluded.events_got;
  delete from contact where at < clock_timestamp() - interval '90 days';
  delete from conflict where at < clock_timestamp() - interval '90 days';
  delete from event where kind = 'seen' and received < clock_timestamp() - interval '90 days';
$$;
