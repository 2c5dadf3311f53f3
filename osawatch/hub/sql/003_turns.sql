-- Whose turn it is: a source is asked once an interval, whichever worker asks it. The mark is set
-- before the question, so that a worker that dies asking does not make another one ask again.
create table osawatch.turn(
  source text primary key, worker name not null, asked timestamptz not null, due timestamptz not null
);
grant select on osawatch.turn to osawatch_worker, osawatch_hq;

-- The caller's sources whose time has come, most late first. A name that another worker is
-- deciding about at this moment is passed over: its lock ends with that worker's transaction.
create function osawatch.take_turns(names text[], minutes int[], most int) returns setof text
language plpgsql security definer set search_path = osawatch, pg_temp as $$
declare one record; taken int := 0;
begin
  if osawatch.my_role() not in ('worker', 'hq') then
    raise insufficient_privilege using message = 'only workers take turns';
  end if;
  for one in
    select wanted.name, greatest(1, wanted.every) as every
    from unnest(names, minutes) as wanted(name, every)
    left join turn on turn.source = wanted.name
    where turn.due is null or turn.due <= clock_timestamp()
    order by turn.due nulls first, wanted.name
  loop
    exit when taken >= most;
    continue when not pg_try_advisory_xact_lock(hashtextextended('osawatch/' || one.name, 0));
    insert into turn values(one.name, session_user, clock_timestamp(),
                            clock_timestamp() + make_interval(mins => one.every))
    on conflict (source) do update
      set worker = excluded.worker, asked = excluded.asked, due = excluded.due
      where turn.due <= clock_timestamp();
    if found then
      taken := taken + 1;
      return next one.name;
    end if;
  end loop;
end $$;
revoke all on function osawatch.take_turns(text[], int[], int) from public;
grant execute on function osawatch.take_turns(text[], int[], int) to osawatch_worker, osawatch_hq;
