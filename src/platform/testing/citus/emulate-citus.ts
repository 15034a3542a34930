import { type Kysely, sql } from 'kysely'

/**
 * Makes a database look like a Citus coordinator with three workers to whoever distributes tables: functions of the same
 * names that move nothing, but refuse what Citus refuses of tables (create_distributed_table.c, foreign_constraint.c,
 * policy.c, trigger.c), when they are distributed and at each later change. What Citus does with statements it does not
 * know; for that there are the rules in `check-statement.ts` and, at last, a real cluster (deploy/citus/README.md).
 */
export async function emulateCitus(owner: Kysely<Record<never, never>>): Promise<void> {
  await sql.raw(EMULATION).execute(owner)
}

const EMULATION = `
set allow_system_table_mods = on;
insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
  select 999999, 'citus', usesysid, 11, false, '13.2-1' from pg_user where usename = current_user;
reset allow_system_table_mods;

create table public.pg_dist_partition (logicalrelid regclass primary key, partmethod char not null, partkey text);
create table public.pg_dist_node (nodeid int primary key, nodename text, isactive boolean, noderole text, shouldhaveshards boolean);
insert into public.pg_dist_node select at, 'worker-' || at, true, 'primary', true from generate_series(1, 3) at;
create table public.pg_dist_object (name text primary key);

create function public.column_to_column_name(regclass, text) returns text language sql as 'select $2';
create function public.run_command_on_workers(command text)
  returns table (nodename text, nodeport int, success boolean, result text)
  language sql as $$
    select pg_dist_node.nodename, 5432, refused is null, coalesce(refused, '') from public.pg_dist_node,
      (select case when command !~ 'citus.enable_ddl_propagation'', ''off''' then 'operation is not allowed on this node' end) it (refused)
  $$;

create function public.refuse_what_citus_refuses(relation regclass, key text) returns void language plpgsql as $$
declare
  fault record;
begin
  select polname into fault from pg_policy where polrelid = relation
    and concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ~ 'SELECT';
  if found then raise exception 'cannot create policy % on %', fault.polname, relation
    using detail = 'Subqueries are not supported in policies on distributed tables'; end if;
  select tgname into fault from pg_trigger where tgrelid = relation and not tgisinternal
    and current_setting('citus.enable_unsafe_triggers', true) is distinct from 'on';
  if found then raise exception 'triggers are not supported on distributed tables: % on %', fault.tgname, relation; end if;
  -- Not refused, but passed over without a word.
  select tgname into fault from pg_trigger where tgrelid = relation and not tgisinternal and tgtype & 32 <> 0 and tgtype & 28 <> 0;
  if found then raise exception 'the parts of % would be without the trigger %', relation, fault.tgname; end if;
  select indexrelid::regclass as name into fault from pg_index where indrelid = relation and (indisunique or indisexclusion)
    and not exists (select from pg_attribute where attrelid = relation and attname = key and attnum = any(indkey));
  if found then raise exception 'cannot create constraint on % without the distribution column: %', relation, fault.name; end if;
  select attname into fault from pg_attribute where attrelid = relation and attnum > 0 and not attisdropped
    and (attidentity <> '' or pg_get_serial_sequence(relation::text, attname) is not null);
  if found then raise exception 'column % of % is numbered by a sequence', fault.attname, relation; end if;
  select conname, confrelid::regclass as other into fault from pg_constraint k
    left join public.pg_dist_partition p on p.logicalrelid = k.confrelid
    where k.contype = 'f' and k.conparentid = 0 and k.conrelid = relation
      and (p.partmethod is null or (p.partmethod = 'h' and not exists (
        select from unnest(k.conkey, k.confkey) both_sides (here, there)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = here and a.attname = key
          join pg_attribute b on b.attrelid = k.confrelid and b.attnum = there and b.attname = key)));
  if found then raise exception 'cannot create foreign key constraint % from % to %', fault.conname, relation, fault.other; end if;
  select conname, conrelid::regclass as other into fault from pg_constraint k
    left join public.pg_dist_partition p on p.logicalrelid = k.conrelid
    where k.contype = 'f' and k.conparentid = 0 and k.confrelid = relation and p.logicalrelid is null;
  if found then raise exception 'the table % is on the coordinator only and refers to %', fault.other, relation; end if;
end $$;

create function public.create_distributed_table(table_name regclass, distribution_column text, colocate_with text)
returns void language plpgsql as $$
declare
  unknown record;
begin
  if colocate_with <> 'none' and not exists (select from public.pg_dist_partition where logicalrelid = colocate_with::regclass)
  then raise exception 'relation % is not distributed', colocate_with; end if;
  if current_setting('citus.multi_shard_modify_mode', true) is distinct from 'sequential'
  then raise exception 'cannot distribute % in a transaction with parallel connections', table_name; end if;
  insert into public.pg_dist_partition
    select relid, 'h', distribution_column from pg_partition_tree(table_name)
    union select table_name, 'h', distribution_column;
  perform public.refuse_what_citus_refuses(table_name, distribution_column);
  -- Its policies are made on the machines with it.
  select refobjid::regprocedure as name into unknown
    from pg_policy join pg_depend on pg_depend.classid = 'pg_policy'::regclass and pg_depend.objid = pg_policy.oid
      and refclassid = 'pg_proc'::regclass
    where polrelid = table_name and refobjid::regprocedure::text not in (select name from public.pg_dist_object)
      and refobjid > 16383 limit 1;
  if found then raise exception 'function % does not exist', unknown.name; end if;
  -- Grants on columns stay behind until they are said again.
  update pg_attribute set attacl = null where attrelid = table_name and attacl is not null;
end $$;
create function public.create_reference_table(table_name regclass) returns void language plpgsql as $$
begin
  if exists (select from pg_trigger where tgrelid = table_name and not tgisinternal)
  then raise exception 'triggers are not supported on reference tables'; end if;
  insert into public.pg_dist_partition values (table_name, 'n', null);
end $$;
create function public.create_distributed_function(function_name regprocedure) returns void language sql as
  $$ insert into public.pg_dist_object values (function_name::text) on conflict do nothing $$;

create function public.refuse_at_change() returns event_trigger language plpgsql as $$
declare
  changed record;
begin
  for changed in select distinct p.logicalrelid, p.partkey from pg_event_trigger_ddl_commands() c
    left join pg_policy on c.classid = 'pg_policy'::regclass and pg_policy.oid = c.objid
    left join pg_trigger on c.classid = 'pg_trigger'::regclass and pg_trigger.oid = c.objid
    join public.pg_dist_partition p on p.logicalrelid = coalesce(polrelid, tgrelid, c.objid) and p.partmethod = 'h'
  loop
    -- The whole message goes to the machines.
    if tg_tag in ('ALTER TABLE', 'CREATE TRIGGER') and current_query() ~ ';\\s*\\w'
    then raise exception 'cannot execute multiple utility events'; end if;
    perform public.refuse_what_citus_refuses(changed.logicalrelid, changed.partkey);
  end loop;
end $$;
create event trigger citus_emulation on ddl_command_end execute function public.refuse_at_change();

do $$
declare
  made text;
begin
  foreach made in array array['table public.pg_dist_partition', 'table public.pg_dist_node', 'table public.pg_dist_object',
    'function public.column_to_column_name(regclass, text)', 'function public.run_command_on_workers(text)',
    'function public.refuse_what_citus_refuses(regclass, text)', 'function public.create_distributed_table(regclass, text, text)',
    'function public.create_reference_table(regclass)', 'function public.create_distributed_function(regprocedure)',
    'function public.refuse_at_change()']
  loop
    execute 'alter extension citus add ' || made;
  end loop;
end $$;
grant select on public.pg_dist_partition, public.pg_dist_node to public;
`
