-- Each permission is held for its own units (docs/decisions/0026): somebody may read one district's work and do another's.
-- The setting quarterdeck.scope is `tenant` where nobody's permissions are asked (sign-in, loading, the journal).

-- Whether rows of a unit are inside what this transaction's actor holds the permission for. The general form without a
-- permission does not widen it: who may read one thing everywhere does not see another everywhere.
create or replace function platform.unit_visible(unit uuid, permission text) returns boolean
  language sql stable parallel safe
  return coalesce(strpos(current_setting('quarterdeck.any_permissions', true), ',' || permission || ',') > 0, false)
    or coalesce(
      strpos(current_setting('quarterdeck.units.' || replace(permission, '-', '_'), true), unit::text) > 0,
      false
    )
    or coalesce(current_setting('quarterdeck.scope', true) = 'tenant', false);
