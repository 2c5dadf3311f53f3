-- News by the hash of its content: 150 posts that read one item keep it here once.
create table osawatch.source(
  id text primary key check (id ~ '^[\w.:@+-]{1,200}$'),
  spec jsonb not null check (pg_column_size(spec) < 20000)
);
create table osawatch.item(
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  source text not null references osawatch.source,
  line jsonb not null check (pg_column_size(line) < 400000),
  sent_by name not null default session_user,
  received timestamptz not null default clock_timestamp()
);
create index item_cursor on osawatch.item(xid, seq);
create trigger frozen before update on osawatch.item
  for each row execute function osawatch.frozen();
create trigger ring after insert on osawatch.item
  for each statement execute function osawatch.ring();
alter table osawatch.source enable row level security;
alter table osawatch.item enable row level security;
create policy rd on osawatch.source for select using ((select osawatch.my_role()) is not null);
create policy wr on osawatch.source for insert
  with check ((select osawatch.my_role()) in ('post', 'hq', 'worker'));
create policy rd on osawatch.item for select using ((select osawatch.my_role()) is not null);
create policy wr on osawatch.item for insert
  with check (sent_by = session_user
              and (select osawatch.my_role()) in ('post', 'hq', 'worker'));
grant select on osawatch.source, osawatch.item
  to osawatch_post, osawatch_hq, osawatch_reader, osawatch_worker;
grant insert(id, spec) on osawatch.source to osawatch_post, osawatch_hq, osawatch_worker;
grant insert(hash, source, line) on osawatch.item to osawatch_post, osawatch_hq, osawatch_worker;

-- Signed bundles of headquarters: rules and watchlists. Who takes them checks the signature.
create table osawatch.pack(
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  body bytea not null check (length(body) < 20000000),
  sent_by name not null default session_user,
  received timestamptz not null default clock_timestamp()
);
alter table osawatch.pack enable row level security;
create policy rd on osawatch.pack for select using ((select osawatch.my_role()) is not null);
create policy wr on osawatch.pack for insert
  with check (sent_by = session_user and (select osawatch.my_role()) = 'hq');
create trigger frozen before update or delete on osawatch.pack
  for each row execute function osawatch.frozen();
create trigger ring after insert on osawatch.pack
  for each statement execute function osawatch.ring();
grant select on osawatch.pack to osawatch_post, osawatch_hq, osawatch_reader;
grant insert(digest, body) on osawatch.pack to osawatch_hq;
