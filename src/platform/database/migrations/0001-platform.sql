-- Applied after the runner has made the schema, platform.migration and the role quarterdeck_app.

-- One government that runs its own cycle (DESIGN.md, invariant 11).
create table platform.tenant (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9-]+$'),
  name text not null,
  -- The data pack that it was made from, for example `shanghai`.
  pack text not null,
  created_at timestamptz not null default now()
);

grant usage on schema platform to quarterdeck_app;
grant select on platform.tenant to quarterdeck_app;

-- The tenant of this transaction; null outside one, so that every policy then hides every row.
create function platform.tenant_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('quarterdeck.tenant_id', true), '')::uuid;

-- Whether rows of a unit are inside this transaction's scope, whatever the permission.
create function platform.unit_visible(unit uuid) returns boolean
  language sql stable parallel safe
  return coalesce(
    current_setting('quarterdeck.unit_ids', true) = '*'
      or strpos(current_setting('quarterdeck.unit_ids', true), unit::text) > 0,
    false
  );

-- The same for one permission: an actor who holds it for every unit is not narrowed by another one
-- that he holds for his own (docs/decisions/0009-scope-in-the-database.md).
create function platform.unit_visible(unit uuid, permission text) returns boolean
  language sql stable parallel safe
  return coalesce(
    strpos(current_setting('quarterdeck.any_permissions', true), ',' || permission || ',') > 0,
    false
  ) or platform.unit_visible(unit);

grant execute on function platform.tenant_id() to quarterdeck_app;
grant execute on function platform.unit_visible(uuid) to quarterdeck_app;
grant execute on function platform.unit_visible(uuid, text) to quarterdeck_app;
