-- 200 people at work in a ledger of a million items, nine in ten closed (`npm run bench:load`): what a unit has open was
-- found by reading all items of the unit, or all open ones, at 0.2 to 0.7 s a question. A duty now says itself whether
-- its item is open: the condition of another table can carry no index, and one on `supporting_unit_ids` is not asked
-- before row-level security has looked at each row.
alter table ledger.duty add column is_open boolean not null default true;

alter table ledger.item no force row level security;
alter table ledger.duty no force row level security;
update ledger.duty set is_open = false
  from ledger.item i where i.tenant_id = duty.tenant_id and i.id = duty.item_id
    and (i.withdrawn_at is not null or i.state in ('closed', 'withdrawn'));
alter table ledger.duty force row level security;
alter table ledger.item force row level security;

create index duty_open_by_unit on ledger.duty (tenant_id, unit_id, item_id) where is_open;

-- A row of a sheet may bring an item that is closed already.
create function ledger.open_as_item() returns trigger language plpgsql as $$
begin
  new.is_open := not exists (
    select from ledger.item i where i.tenant_id = new.tenant_id and i.id = new.item_id
      and (i.withdrawn_at is not null or i.state in ('closed', 'withdrawn')));
  return new;
end $$;
create trigger duty_open_as_item before insert on ledger.duty
  for each row execute function ledger.open_as_item();

create function ledger.open_duties_as_item() returns trigger language plpgsql as $$
begin
  update ledger.duty set is_open = new.withdrawn_at is null and new.state not in ('closed', 'withdrawn')
    where tenant_id = new.tenant_id and item_id = new.id;
  return null;
end $$;
create trigger item_opens_duties after update on ledger.item for each row
  when ((old.withdrawn_at is null and old.state not in ('closed', 'withdrawn'))
    <> (new.withdrawn_at is null and new.state not in ('closed', 'withdrawn')))
  execute function ledger.open_duties_as_item();

-- What is counted of all open items stands in the index, with what row-level security asks.
create index item_open on ledger.item (tenant_id, lead_unit_id)
  include (state, due_on, reported_on, issuer_unit_id, supporting_unit_ids)
  where withdrawn_at is null and state not in ('closed', 'withdrawn');
-- A review asks what was closed since the last one.
create index item_closed_on on ledger.item (tenant_id, closed_on) where withdrawn_at is null;
create index item_withdrawn on ledger.item (tenant_id, id) where withdrawn_at is not null;
-- Pages that have changed are read for what an index alone would tell; a fifth of a million changes is too long to wait.
alter table ledger.item set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table ledger.duty set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
