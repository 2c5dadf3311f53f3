-- The shared log: events are added, never changed, and each post sees what its member row allows.
create schema osawatch;
revoke all on schema osawatch from public;

do $$ declare one text; begin
  foreach one in array array['osawatch_post', 'osawatch_hq', 'osawatch_reader', 'osawatch_worker']
  loop
    if not exists (select from pg_roles where rolname = one) then
      execute format('create role %I nologin', one);
    end if;
  end loop;
end $$;
grant usage on schema osawatch to osawatch_post, osawatch_hq, osawatch_reader, osawatch_worker;

create table osawatch.migration(
  name text primary key, applied timestamptz not null default clock_timestamp()
);

-- Who is who. `reads`: the posts whose events a member reads besides its own; '*' = all.
create table osawatch.member(
  usr name primary key,
  post text not null check (post <> ''),
  role text not null check (role in ('post', 'hq', 'reader', 'worker')),
  reads text[] not null default '{}'
);
alter table osawatch.member enable row level security;

-- These look into `member` past its own policies, and tell a caller about itself only.
create function osawatch.my_post() returns text language sql stable security definer
  set search_path = osawatch, pg_temp
  as $$ select post from member where usr = session_user $$;
create function osawatch.my_role() returns text language sql stable security definer
  set search_path = osawatch, pg_temp
  as $$ select role from member where usr = session_user $$;
create function osawatch.my_reads() returns text[] language sql stable security definer
  set search_path = osawatch, pg_temp
  as $$ select reads || post from member where usr = session_user and role <> 'worker' $$;

create policy own on osawatch.member for select
  using (usr = session_user
         or ((select osawatch.my_role()) = 'hq'
             and (post = any ((select osawatch.my_reads())::text[])
                  or '*' = any ((select osawatch.my_reads())::text[]))));
grant select on osawatch.member
  to osawatch_post, osawatch_hq, osawatch_reader, osawatch_worker;

-- A device belongs to the account that brought it first: nobody else adds to its row of events.
create table osawatch.device(
  device text primary key check (device ~ '^[\w.:@+-]{1,200}$'),
  usr name not null default session_user,
  post text not null default osawatch.my_post(),
  since timestamptz not null default clock_timestamp()
);
alter table osawatch.device enable row level security;
create policy rd on osawatch.device for select
  using (post = any ((select osawatch.my_reads())::text[])
         or '*' = any ((select osawatch.my_reads())::text[]));
create policy wr on osawatch.device for insert with check (usr = session_user);
grant select on osawatch.device to osawatch_post, osawatch_hq, osawatch_reader;
grant insert(device) on osawatch.device to osawatch_post, osawatch_hq;
create function osawatch.my_devices() returns text[] language sql stable security definer
  set search_path = osawatch, pg_temp
  as $$ select coalesce(array_agg(device), '{}') from device where usr = session_user $$;

create table osawatch.event(
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  id text not null unique check (id ~ '^[\w.:@+-]{1,200}$'),
  hlc text not null check (hlc ~ '^\d{15}\.\d{5}$'),
  device text not null references osawatch.device,
  dev_seq bigint not null check (dev_seq > 0),
  actor text not null check (length(actor) <= 200),
  post text not null check (length(post) <= 200),
  kind text not null check (kind ~ '^[a-z_.]{1,40}$'),
  subject text not null check (length(subject) <= 400),
  data jsonb not null check (jsonb_typeof(data) = 'object' and pg_column_size(data) < 200000),
  desk text not null default osawatch.my_post(),
  sent_by name not null default session_user,
  received timestamptz not null default clock_timestamp(),
  unique (device, dev_seq)
);
create index event_cursor on osawatch.event(xid, seq);
alter table osawatch.event enable row level security;
create policy rd on osawatch.event for select
  using (desk = any ((select osawatch.my_reads())::text[])
         or '*' = any ((select osawatch.my_reads())::text[]));
-- No clock may be more than a day ahead: it would pull every clock of the log along.
create policy wr on osawatch.event for insert with check (
  sent_by = session_user
  and desk = (select osawatch.my_post())
  and post in ('', (select osawatch.my_post()))
  and device = any ((select osawatch.my_devices())::text[])
  and left(hlc, 15)::bigint
      <= (select (extract(epoch from clock_timestamp()) * 1000)::bigint + 86400000)
);
grant select on osawatch.event to osawatch_post, osawatch_hq, osawatch_reader;
grant insert(id, hlc, device, dev_seq, actor, post, kind, subject, data)
  on osawatch.event to osawatch_post, osawatch_hq;

create function osawatch.frozen() returns trigger language plpgsql
  as $$ begin raise exception 'the log is added to, never changed'; end $$;
create trigger frozen before update or delete on osawatch.event
  for each row execute function osawatch.frozen();
create trigger frozen_whole before truncate on osawatch.event
  for each statement execute function osawatch.frozen();

create function osawatch.ring() returns trigger language plpgsql
  as $$ begin perform pg_notify('osawatch', tg_table_name); return null; end $$;
create trigger ring after insert on osawatch.event
  for each statement execute function osawatch.ring();

-- Numbers of a device that stand for two events: a copied profile. Told, never dropped in silence.
create table osawatch.conflict(
  event text not null, device text not null, dev_seq bigint not null,
  usr name not null default session_user,
  post text not null default osawatch.my_post(),
  at timestamptz not null default clock_timestamp(),
  primary key (event, usr)
);
alter table osawatch.conflict enable row level security;
create policy rd on osawatch.conflict for select
  using (usr = session_user or (select osawatch.my_role()) = 'hq');
create policy wr on osawatch.conflict for insert with check (usr = session_user);
grant select on osawatch.conflict to osawatch_post, osawatch_hq, osawatch_reader;
grant insert(event, device, dev_seq) on osawatch.conflict to osawatch_post, osawatch_hq;

-- Events in, once each. The answer names those that did not get in, and why.
create function osawatch.push(lines jsonb) returns table(event text, why text)
language plpgsql as $$
#variable_conflict use_column
declare
  latest bigint := (extract(epoch from clock_timestamp()) * 1000)::bigint + 86400000;
  mine text[];
begin
  insert into osawatch.device(device)
    select distinct one ->> 'device' from jsonb_array_elements(lines) one
    on conflict do nothing;
  mine := osawatch.my_devices();
  create temporary table if not exists osawatch_in(
    id text, hlc text, device text, dev_seq bigint, actor text, post text, kind text,
    subject text, data jsonb) on commit delete rows;
  delete from pg_temp.osawatch_in;
  insert into pg_temp.osawatch_in
    select * from jsonb_to_recordset(lines) as one(
      id text, hlc text, device text, dev_seq bigint, actor text, post text, kind text,
      subject text, data jsonb);
  return query select id, 'ahead' from pg_temp.osawatch_in where left(hlc, 15)::bigint > latest;
  return query select id, 'post' from pg_temp.osawatch_in
    where left(hlc, 15)::bigint <= latest and post not in ('', osawatch.my_post());
  delete from pg_temp.osawatch_in
    where left(hlc, 15)::bigint > latest or post not in ('', osawatch.my_post());
  return query select id, 'device' from pg_temp.osawatch_in where device <> all (mine);
  insert into osawatch.conflict(event, device, dev_seq)
    select id, device, dev_seq from pg_temp.osawatch_in where device <> all (mine)
    on conflict do nothing;
  delete from pg_temp.osawatch_in where device <> all (mine);
  insert into osawatch.event(id, hlc, device, dev_seq, actor, post, kind, subject, data)
    select id, hlc, device, dev_seq, actor, post, kind, subject, data from pg_temp.osawatch_in
    order by device, dev_seq
    on conflict do nothing;
  return query with lost as (
      select new.id, new.device, new.dev_seq from pg_temp.osawatch_in new
      left join osawatch.event old on old.id = new.id and old.hlc = new.hlc
        and old.device = new.device and old.dev_seq = new.dev_seq and old.kind = new.kind
        and old.subject = new.subject and old.data = new.data
      where old.id is null
    ), told as (
      insert into osawatch.conflict(event, device, dev_seq) select * from lost
      on conflict do nothing
    )
    select id, 'conflict' from lost;
end $$;

-- A dump that is restored, or a server that is put back, has other transaction numbers: its
-- identity is another one, and everybody starts from the beginning (nothing comes twice).
create function osawatch.identity() returns text language sql stable security definer
  set search_path = osawatch, pg_catalog, pg_temp
  as $$ select md5(concat_ws('/', (select system_identifier from pg_control_system()),
    (select timeline_id from pg_control_checkpoint()),
    (select oid from pg_database where datname = current_database()),
    'osawatch.event'::regclass::oid)) $$;

-- How far each account has come: for those who wonder whether a post knows. Not who looked at what.
create table osawatch.contact(
  usr name primary key default session_user,
  post text not null default osawatch.my_post(),
  at timestamptz not null default clock_timestamp(),
  events_sent bigint not null, events_got bigint not null, behind bigint not null
);
alter table osawatch.contact enable row level security;
create policy rd on osawatch.contact for select
  using (usr = session_user or post = any ((select osawatch.my_reads())::text[])
         or '*' = any ((select osawatch.my_reads())::text[]));
grant select on osawatch.contact to osawatch_post, osawatch_hq, osawatch_reader, osawatch_worker;
create function osawatch.note_contact(sent bigint, got bigint, behind bigint) returns void
language sql security definer set search_path = osawatch, pg_temp as $$
  insert into contact(usr, post, events_sent, events_got, behind)
    select session_user, post, sent, got, $3 from member where usr = session_user
  on conflict (usr) do update set at = clock_timestamp(), behind = excluded.behind,
    events_sent = contact.events_sent + excluded.events_sent,
    events_got = contact.events_got + excluded.events_got;
  delete from contact where at < clock_timestamp() - interval '90 days';
  delete from conflict where at < clock_timestamp() - interval '90 days';
$$;

revoke all on all functions in schema osawatch from public;
grant execute on function osawatch.my_post(), osawatch.my_role(), osawatch.my_reads(),
  osawatch.my_devices(), osawatch.identity(), osawatch.note_contact(bigint, bigint, bigint)
  to osawatch_post, osawatch_hq, osawatch_reader, osawatch_worker;
grant execute on function osawatch.push(jsonb) to osawatch_post, osawatch_hq;
