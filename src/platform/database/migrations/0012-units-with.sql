-- The units of a permission that is held for some: for policies that compare each row with them. Asked as a subquery it is
-- answered once for a statement; `unit_visible` searches the settings for each row, ten times as slow (`npm run bench:load`).
create function platform.units_with(permission text) returns uuid[]
  language sql stable parallel safe
  return coalesce(
    string_to_array(nullif(current_setting('quarterdeck.units.' || replace(permission, '-', '_'), true), ''), ',')::uuid[],
    '{}'
  );
grant execute on function platform.units_with(text) to quarterdeck_app;
