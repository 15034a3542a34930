-- 200 people at work in a ledger of a million items, nine in ten closed (`npm run bench:load`). What a unit has open was
-- found by reading all items of the unit, or all open ones, and each row was held against the settings of who asks: 0.2 to
-- 0.7 s a question.

-- `sees_all` is what the settings say for everybody; the units of the others are read from them once for a statement.
alter policy unit_reads on ledger.item
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.read'))
      or lead_unit_id = any((select platform.units_with('ledger.read'))::uuid[])
      or issuer_unit_id = any((select platform.units_with('ledger.read'))::uuid[])
      or supporting_unit_ids && (select platform.units_with('ledger.read'))
    )
  );
alter policy with_item on ledger.duty
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.read'))
      or unit_id = any((select platform.units_with('ledger.read'))::uuid[])
      or exists (select from ledger.item i where i.tenant_id = duty.tenant_id and i.id = duty.item_id)
    )
  );

-- A duty says itself how its item stands: a condition of another table carries no index, and one on
-- `supporting_unit_ids` is not asked before row-level security has looked at each row.
alter table ledger.duty add column item_stands text not null default 'open'
  check (item_stands in ('open', 'closed', 'withdrawn'));

create function ledger.stands(state text, withdrawn_at timestamptz) returns text language sql immutable parallel safe
  return case when state = 'withdrawn' or withdrawn_at is not null then 'withdrawn' when state = 'closed' then 'closed'
    else 'open' end;
grant execute on function ledger.stands(text, timestamptz) to quarterdeck_app;

alter table ledger.item no force row level security;
alter table ledger.duty no force row level security;
update ledger.duty set item_stands = ledger.stands(i.state, i.withdrawn_at)
  from ledger.item i where i.tenant_id = duty.tenant_id and i.id = duty.item_id
    and ledger.stands(i.state, i.withdrawn_at) <> 'open';
alter table ledger.duty force row level security;
alter table ledger.item force row level security;

drop index ledger.duty_by_unit;
create index duty_by_unit on ledger.duty (tenant_id, unit_id, item_id) include (item_stands);
create index duty_open_by_unit on ledger.duty (tenant_id, unit_id, item_id) where item_stands = 'open';

-- A row of a sheet may bring an item that is closed already.
create function ledger.stand_as_item() returns trigger language plpgsql as $$
declare
  found text;
begin
  select ledger.stands(i.state, i.withdrawn_at) into found
    from ledger.item i where i.tenant_id = new.tenant_id and i.id = new.item_id;
  new.item_stands := coalesce(found, 'open');
  return new;
end $$;
create trigger duty_stands before insert on ledger.duty for each row execute function ledger.stand_as_item();

create function ledger.keep_duties_standing() returns trigger language plpgsql as $$
begin
  update ledger.duty set item_stands = ledger.stands(new.state, new.withdrawn_at)
    where tenant_id = new.tenant_id and item_id = new.id;
  return null;
end $$;
create trigger item_stands after update on ledger.item for each row
  when (ledger.stands(old.state, old.withdrawn_at) <> ledger.stands(new.state, new.withdrawn_at))
  execute function ledger.keep_duties_standing();

-- What is counted of all open items stands in the index, with what row-level security asks.
create index item_open on ledger.item (tenant_id, lead_unit_id)
  include (state, due_on, reported_on, issuer_unit_id, supporting_unit_ids)
  where withdrawn_at is null and state not in ('closed', 'withdrawn');
-- A review asks what was closed since the last one.
create index item_closed_on on ledger.item (tenant_id, closed_on) where withdrawn_at is null;
-- Pages that have changed are read for what an index alone would tell; a fifth of a million changes is too long to wait.
alter table ledger.item set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table ledger.duty set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
