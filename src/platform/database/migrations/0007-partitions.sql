-- Tables that grow without end stand in partitions by time (decision 31). Made and looked after by the owner of the
-- tables; the application reaches a partition only through its table.

-- The least UUID of version 7 (RFC 9562) of an instant: a range over such ids is a range over time.
create function platform.first_id(at timestamptz) returns uuid language sql stable as $$
  select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- When an id of version 7 was made; null for any other.
create function platform.instant_of(id uuid) returns timestamptz language sql stable as $$
  select to_timestamp(('x' || lpad(replace(left(id::text, 13), '-', ''), 16, '0'))::bit(64)::bigint / 1000.0)
  where substr(id::text, 15, 1) = '7'
$$;

-- The partition that a key belongs to: what its name ends with, and its bounds as they are written in SQL. Instants and
-- ids by the quarter (UTC), numbers of periods (kind × 100,000,000 + day as yyyymmdd) by kind and decade; null: none.
create function platform.partition_of(key anyelement, out suffix text, out lower text, out upper text)
language plpgsql stable as $$
declare
  at timestamp;
  period int;
begin
  if pg_typeof(key) = 'int'::regtype then
    period := key::text::int;
    if period not between 100000000 and 999999999 then return; end if;
    period := period - period % 100000;
    suffix := format('%s_%ss', period / 100000000, period % 100000000 / 10000);
    lower := period::text;
    upper := (period + 100000)::text;
    return;
  elsif pg_typeof(key) = 'uuid'::regtype then
    at := platform.instant_of(key::text::uuid) at time zone 'UTC';
  else
    at := key::text::timestamptz at time zone 'UTC';
  end if;
  if at is null then return; end if;
  at := date_trunc('quarter', at);
  suffix := to_char(at, 'YYYY"q"Q');
  lower := quote_literal(to_char(at, 'YYYY-MM-DD"T00:00:00Z"'));
  upper := quote_literal(to_char(at + interval '3 months', 'YYYY-MM-DD"T00:00:00Z"'));
  if pg_typeof(key) = 'uuid'::regtype then
    lower := quote_literal(platform.first_id(at at time zone 'UTC'));
    upper := quote_literal(platform.first_id((at + interval '3 months') at time zone 'UTC'));
  end if;
end
$$;

-- The column by whose ranges a table is split, and its type.
create function platform.partition_key(parent regclass, out name name, out type regtype) language sql stable as $$
  select attname, atttypid::regtype
  from pg_partitioned_table join pg_attribute on attrelid = partrelid and attnum = partattrs[0]
  where partrelid = parent
$$;

-- Every table of ours that is in partitions, with its default partition.
create function platform.partitioned_tables(out parent regclass, out default_partition regclass)
returns setof record language sql stable as $$
  select partrelid::regclass, nullif(partdefid, 0)::regclass
  from pg_partitioned_table join pg_class on pg_class.oid = partrelid
    join pg_namespace on pg_namespace.oid = relnamespace
  where nspname in (select module from platform.migration)
  order by nspname, relname
$$;

-- What stands on a table stands on each partition, too, against whoever names the partition itself: row-level security
-- that lets nobody pass, and the triggers that keep it append-only, which PostgreSQL does not copy.
create function platform.guard_partition(parent regclass, part regclass) returns void language plpgsql as $$
declare
  definition text;
begin
  execute format('alter table %s enable row level security', part);
  execute format('alter table %s force row level security', part);
  for definition in
    select pg_get_triggerdef(oid) from pg_trigger of_parent
    where tgrelid = parent and not tgisinternal and tgtype & 1 = 0
      and not exists (select from pg_trigger where tgrelid = part and tgname = of_parent.tgname)
  loop
    execute replace(definition, format(' ON %s ', parent), format(' ON %s ', part));
  end loop;
end
$$;

-- Makes the partition of a key unless it is there; whether it was made.
create function platform.add_partition(parent regclass, key anyelement) returns boolean language plpgsql as $$
declare
  wanted record;
  part text;
begin
  select * into wanted from platform.partition_of(key);
  if wanted.suffix is null then return false; end if;
  select format('%I.%I', nspname, relname || '_' || wanted.suffix) into part
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace where pg_class.oid = parent;
  if to_regclass(part) is not null then return false; end if;
  execute format('create table %s partition of %s for values from (%s) to (%s)', part, parent, wanted.lower, wanted.upper);
  perform platform.guard_partition(parent, part::regclass);
  return true;
end
$$;

-- The partitions of what is there (`of_rows`, a table of the same columns) and of what comes until an instant.
create function platform.add_partitions(parent regclass, of_rows regclass, until timestamptz) returns int
language plpgsql as $$
declare
  key record;
  made int := 0;
  at timestamptz := date_trunc('quarter', now() at time zone 'UTC') at time zone 'UTC';
begin
  select * into key from platform.partition_key(parent);
  if key.type = 'int'::regtype then
    for kind in 1..7 loop
      if platform.add_partition(parent, kind * 100000000 + extract(year from now())::int * 10000) then made := made + 1; end if;
      if platform.add_partition(parent, kind * 100000000 + extract(year from until)::int * 10000) then made := made + 1; end if;
    end loop;
  else
    while at <= until loop
      if key.type = 'uuid'::regtype then
        if platform.add_partition(parent, overlay(platform.first_id(at)::text placing '7' from 15 for 1)::uuid) then made := made + 1; end if;
      else
        if platform.add_partition(parent, at) then made := made + 1; end if;
      end if;
      at := at + interval '3 months';
    end loop;
  end if;
  if of_rows is not null then
    declare
      one text;
    begin
      -- One key of each range that has rows.
      for one in execute format(
        case key.type
          when 'int'::regtype then 'select min(%1$I)::text from %2$s group by %1$I / 100000'
          when 'uuid'::regtype then 'select min(%1$I::text) from %2$s group by date_trunc(''quarter'', platform.instant_of(%1$I) at time zone ''UTC'')'
          else 'select min(%1$I)::text from %2$s group by date_trunc(''quarter'', %1$I at time zone ''UTC'')'
        end, key.name, of_rows)
      loop
        if key.type = 'int'::regtype then
          if platform.add_partition(parent, one::int) then made := made + 1; end if;
        elsif key.type = 'uuid'::regtype then
          if platform.add_partition(parent, one::uuid) then made := made + 1; end if;
        else
          if platform.add_partition(parent, one::timestamptz) then made := made + 1; end if;
        end if;
      end loop;
    end;
  end if;
  return made;
end
$$;

-- Takes the foreign keys that point at a table away, and returns what puts them back.
create function platform.drop_keys_to(target regclass) returns text[] language plpgsql as $$
declare
  key record;
  back text[] := '{}';
begin
  for key in
    select conrelid::regclass as source, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and confrelid = target and conparentid = 0 and conrelid <> target
  loop
    back := back || format('alter table %s add constraint %I %s', key.source, key.name, key.definition);
    execute format('alter table %s drop constraint %I', key.source, key.name);
  end loop;
  return back;
end
$$;

-- Rows that came before their partition was there stand in the default one: gives them theirs. Nothing is deleted row
-- by row; the default partition is taken off, its rows are put in again, and it is dropped.
create function platform.empty_default(parent regclass, until timestamptz) returns int language plpgsql as $$
declare
  old regclass;
  name text;
  schema text;
  apart text;
  columns text;
  statement text;
  back text[];
  made int;
  own record;
begin
  select default_partition into old from platform.partitioned_tables() where partitioned_tables.parent = $1;
  select nspname, relname into schema, name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace where pg_class.oid = old;
  back := platform.drop_keys_to(parent);
  -- Its keys to itself as well: rows apart are not there to be pointed at.
  for own in
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and confrelid = parent and conrelid = parent and conparentid = 0
  loop
    back := back || format('alter table %s add constraint %I %s', parent, own.name, own.definition);
    execute format('alter table %s drop constraint %I', parent, own.name);
  end loop;
  execute format('alter table %s detach partition %s', parent, old);
  apart := left(name, 50) || '_apart';
  execute format('alter table %s rename to %I', old, apart);
  apart := format('%I.%I', schema, apart);
  -- So that the owner, who may be no superuser, sees the rows; its indexes hold names that are wanted again.
  execute format('alter table %s no force row level security', apart);
  for statement in
    select format('alter index %s rename to %I', indexrelid::regclass, left(relname, 50) || '_apart' || row_number() over (order by indexrelid))
    from pg_index join pg_class on pg_class.oid = indexrelid where indrelid = apart::regclass
  loop
    execute statement;
  end loop;
  made := platform.add_partitions(parent, apart::regclass, until);
  execute format('create table %I.%I partition of %s default', schema, name, parent);
  perform platform.guard_partition(parent, format('%I.%I', schema, name)::regclass);
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = apart::regclass and attnum > 0 and not attisdropped and attgenerated = '';
  declare
    forced boolean := (select relforcerowsecurity from pg_class where oid = parent);
  begin
    execute format('alter table %s no force row level security', parent);
    execute format('insert into %s (%s) select %2$s from %s', parent, columns, apart);
    if forced then execute format('alter table %s force row level security', parent); end if;
  end;
  execute format('drop table %s', apart);
  foreach statement in array back loop execute statement; end loop;
  return made;
end
$$;

-- Makes the partitions until an instant and empties default partitions that hold what has a range; how many were made.
-- Waits for a lock a moment only: who reads the whole journal goes first, and the next call tries again.
create function platform.make_partitions(until timestamptz) returns int language plpgsql set lock_timeout = '5s' as $$
declare
  one record;
  key record;
  is_misplaced boolean;
  made int := 0;
begin
  perform pg_advisory_xact_lock(7116204007);
  for one in select * from platform.partitioned_tables() loop
    select * into key from platform.partition_key(one.parent);
    is_misplaced := false;
    -- Empty as a rule, which its size tells without a lock.
    if pg_relation_size(one.default_partition) > 0 then
      -- The owner, who may be no superuser, must see the rows.
      execute format('alter table %s no force row level security', one.default_partition);
      execute format('select exists (select from %s where (platform.partition_of(%I)).suffix is not null)',
        one.default_partition, key.name) into is_misplaced;
      execute format('alter table %s force row level security', one.default_partition);
    end if;
    if is_misplaced then
      made := made + platform.empty_default(one.parent, until);
    else
      made := made + platform.add_partitions(one.parent, null, until);
    end if;
  end loop;
  return made;
end
$$;

-- Puts an ordinary table with its rows into partitions by `key`, with all that it had: keys, indexes, checks, triggers,
-- policies, grants. For migrations; the table is locked until their transaction ends.
create function platform.partition_table(source regclass, key name, primary_key text) returns void
language plpgsql set maintenance_work_mem = '256MB' as $$
declare
  schema text;
  name text;
  qualified text := source::text;
  whole text;
  columns text;
  later text[] := '{}';
  back text[];
  statement text;
  guarded record;
  part regclass;
begin
  execute format('lock table %s in access exclusive mode', qualified);
  select nspname, relname, relrowsecurity as enabled, relforcerowsecurity as forced into guarded
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace where pg_class.oid = source;
  schema := guarded.nspname;
  name := guarded.relname;
  if exists (select from pg_index where indrelid = source and indisunique and not indisprimary) then
    raise exception '% has a unique key beside its primary key, which its partitions could not keep', qualified;
  end if;
  back := platform.drop_keys_to(source);

  later := later || format('alter table %s add primary key (%s)', qualified, primary_key);
  later := later || array(select pg_get_indexdef(indexrelid) from pg_index
    where indrelid = source and not indisprimary order by indexrelid);
  later := later || array(
    select format('alter table %s add constraint %I %s', qualified, conname, pg_get_constraintdef(oid))
    from pg_constraint where conrelid = source and contype = 'f' and conparentid = 0 order by oid);
  later := later || array(select pg_get_triggerdef(oid) from pg_trigger
    where tgrelid = source and not tgisinternal order by oid);
  later := later || array(
    select format('create policy %I on %s as %s for %s to %s', polname, qualified,
        case when polpermissive then 'permissive' else 'restrictive' end,
        case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        case when polroles = '{0}' then 'public'
          else (select string_agg(quote_ident(rolname), ', ') from pg_roles where pg_roles.oid = any(polroles)) end)
      || coalesce(' using (' || pg_get_expr(polqual, polrelid) || ')', '')
      || coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '')
    from pg_policy where polrelid = source order by oid);
  later := later || array(
    select format('grant %s on %s to %s', privilege_type, qualified,
      case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
    from pg_class, aclexplode(relacl) where oid = source and grantee <> relowner);
  later := later || array(
    select format('grant %s (%I) on %s to %s', privilege_type, attname, qualified,
      case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
    from pg_attribute, aclexplode(attacl) where attrelid = source and attnum > 0 and not attisdropped);

  -- The owner, who may be no superuser, must see the rows.
  execute format('alter table %s no force row level security', qualified);
  whole := left(name, 50) || '_whole';
  execute format('alter table %s rename to %I', qualified, whole);
  whole := format('%I.%I', schema, whole);
  execute format('create table %I.%I (like %s including defaults including constraints including generated
    including storage including compression including comments) partition by range (%I)', schema, name, whole, key);
  execute format('create table %I.%I partition of %s default', schema, left(name, 50) || '_default', qualified);
  perform platform.add_partitions(qualified::regclass, whole::regclass, now() + interval '6 months');
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = whole::regclass and attnum > 0 and not attisdropped and attgenerated = '';
  execute format('insert into %s (%s) select %2$s from %s', qualified, columns, whole);
  execute format('drop table %s', whole);

  foreach statement in array later loop execute statement; end loop;
  if guarded.enabled then execute format('alter table %s enable row level security', qualified); end if;
  foreach statement in array back loop execute statement; end loop;
  if guarded.forced then execute format('alter table %s force row level security', qualified); end if;
  for part in select inhrelid from pg_inherits where inhparent = qualified::regclass loop
    perform platform.guard_partition(qualified::regclass, part);
  end loop;
  execute format('analyze %s', qualified);
end
$$;

-- Functions are open to everybody unless said otherwise.
do $$ declare name text; begin
  for name in select oid::regprocedure from pg_proc where pronamespace = 'platform'::regnamespace
    and proname in ('partitioned_tables', 'guard_partition', 'add_partition', 'add_partitions', 'drop_keys_to',
      'empty_default', 'make_partitions', 'partition_table') loop
    execute format('revoke all on function %s from public', name);
  end loop;
end $$;
