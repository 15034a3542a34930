-- What a unit's people see and change of the ledger is asked of the ledger's own permissions, no longer of whatever limits
-- the actor most (docs/decisions/0026): roles are the city's to compose, and one person may hold several in several units.

-- Whether the actor holds the permission for every unit, or nobody's permissions are asked.
create or replace function ledger.sees_all(permission text) returns boolean
  language sql stable parallel safe
  return coalesce(strpos(current_setting('quarterdeck.any_permissions', true), ',' || permission || ',') > 0, false)
    or coalesce(current_setting('quarterdeck.scope', true) = 'tenant', false);

-- Which step takes which permission is the command's question; that one of them is held here is the database's.
create function ledger.may_write_all() returns boolean
  language sql stable parallel safe
  return ledger.sees_all('ledger.correct') or ledger.sees_all('ledger.dispatch') or ledger.sees_all('ledger.work')
    or ledger.sees_all('ledger.verify') or ledger.sees_all('ledger.approve') or ledger.sees_all('ledger.create')
    or ledger.sees_all('ledger.import') or ledger.sees_all('ledger.configure');
create function ledger.may_write(unit uuid) returns boolean
  language sql stable parallel safe
  return platform.unit_visible(unit, 'ledger.work') or platform.unit_visible(unit, 'ledger.approve')
    or platform.unit_visible(unit, 'ledger.correct') or platform.unit_visible(unit, 'ledger.dispatch')
    or platform.unit_visible(unit, 'ledger.verify') or platform.unit_visible(unit, 'ledger.create');
grant execute on function ledger.may_write_all() to quarterdeck_app;
grant execute on function ledger.may_write(uuid) to quarterdeck_app;

alter policy unit_reads on ledger.item
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.read'))
      or platform.unit_visible(lead_unit_id, 'ledger.read')
      or platform.unit_visible(issuer_unit_id, 'ledger.read')
      or exists (
        select from unnest(supporting_unit_ids) supporting where platform.unit_visible(supporting, 'ledger.read')
      )
    )
  );
alter policy unit_enters on ledger.item
  with check (
    tenant_id = platform.tenant_id()
    and ((select ledger.may_write_all()) or platform.unit_visible(lead_unit_id, 'ledger.create'))
  );
alter policy unit_works on ledger.item
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.may_write_all())
      or ledger.may_write(lead_unit_id)
      or ledger.may_write(issuer_unit_id)
      or exists (select from unnest(supporting_unit_ids) supporting where ledger.may_write(supporting))
    )
  );
alter policy unit_reads on ledger.item_history
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.read'))
      or platform.unit_visible(lead_unit_id, 'ledger.read')
      or platform.unit_visible(issuer_unit_id, 'ledger.read')
      or exists (
        select from unnest(supporting_unit_ids) supporting where platform.unit_visible(supporting, 'ledger.read')
      )
    )
  );
alter policy with_item on ledger.duty
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.read'))
      or platform.unit_visible(unit_id, 'ledger.read')
      or exists (select from ledger.item i where i.tenant_id = duty.tenant_id and i.id = duty.item_id)
    )
  );

-- For whom somebody on leave it was reported or asked: neither they nor their stand-in judge it (DOMAIN.md 1.7).
alter table ledger.progress_report add column in_name_of uuid[] not null default '{}';
alter table ledger.extension add column in_name_of uuid[] not null default '{}';
alter table ledger.extension add constraint extension_not_decided_by_asker
  check (decider_id is null or state not in ('approved', 'refused') or not decider_id = any(in_name_of));
