-- Asked by a function, which Citus takes in a policy; it takes no subquery there (without-subqueries.ts).
create function ledger.may_write_any(units uuid[]) returns boolean
  language sql stable parallel safe
  return exists (select from unnest(units) unit where ledger.may_write(unit));
grant execute on function ledger.may_write_any(uuid[]) to quarterdeck_app;

alter policy unit_works on ledger.item
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.may_write_all())
      or ledger.may_write(lead_unit_id)
      or ledger.may_write(issuer_unit_id)
      or ledger.may_write_any(supporting_unit_ids)
    )
  );
