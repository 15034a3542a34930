-- The person of this transaction, for rows that belong to one; null outside a request or a job.
create function platform.actor_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('quarterdeck.actor_id', true), '')::uuid;

-- Whether the actor holds the permission for every unit.
create function platform.holds(permission text) returns boolean
  language sql stable parallel safe
  return coalesce(
    strpos(current_setting('quarterdeck.any_permissions', true), ',' || permission || ',') > 0,
    false
  );

grant execute on function platform.actor_id() to quarterdeck_app;
grant execute on function platform.holds(text) to quarterdeck_app;
