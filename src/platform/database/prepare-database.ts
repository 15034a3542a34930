import { type Kysely, sql } from 'kysely'

/**
 * What must stand before the first migration: the schema and table that remember migrations, and the
 * role under which all business transactions run. The role belongs to the cluster, so another
 * database may be making it at this moment: losing that race is fine.
 */
export async function prepareDatabase(connection: Kysely<Record<never, never>>): Promise<void> {
  await sql.raw(PREPARE).execute(connection)
}

const PREPARE = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'quarterdeck_app') then
    create role quarterdeck_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

-- A login role that is no superuser must be a member to take the role on.
do $$
begin
  if not pg_has_role(current_user, 'quarterdeck_app', 'usage') then
    execute format('grant quarterdeck_app to %I', current_user);
  end if;
end $$;

create schema if not exists platform;
create table if not exists platform.migration (
  module text not null,
  number integer not null,
  file text not null,
  hash text not null,
  applied_at timestamptz not null default now(),
  primary key (module, number)
);
`
