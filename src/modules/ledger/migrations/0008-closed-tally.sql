-- Found by bench/ledger on a million items (npm run bench:ledger).

-- A light is the span between two turning days: with both in the index only the items of that light are fetched,
-- not all that turned in six years.
drop index ledger.item_red;
drop index ledger.item_yellow;
create index item_red on ledger.item (tenant_id, red_from, orange_from)
  where state not in ('closed', 'withdrawn', 'suspended');
create index item_orange on ledger.item (tenant_id, orange_from, yellow_from)
  where state not in ('closed', 'withdrawn', 'suspended');
create index item_yellow on ledger.item (tenant_id, yellow_from, blue_from)
  where state not in ('closed', 'withdrawn', 'suspended');

-- Statistics of the whole ledger. Nine items in ten are closed and hardly ever change, and no count of a closed item
-- depends on the day: they are tallied when they close. Open ones are counted when somebody asks.

-- Changes to what is closed that are not yet in the tally: only ever added by writes, so that no two of them wait for
-- one row. `sign` is 1 for an item as it is now closed, -1 for one as it was closed before.
create table ledger.closed_change (
  tenant_id    uuid not null,
  id           bigint not null generated always as identity,
  sign         smallint not null check (sign in (-1, 1)),
  lead_unit_id uuid not null,
  origin       text not null,
  theme        text,
  month        text,
  kind         text not null,
  dispatched   boolean not null,
  on_time      boolean not null,
  by_first_due boolean not null,
  was_late     boolean not null,
  was_returned boolean not null,
  was_pressed  boolean not null,
  -- Days from one mark to the next.
  sign_days    int,
  work_days    int,
  verify_days  int,
  primary key (tenant_id, id)
);

-- How many closed items of each key of each dimension meet a fact; of stages, by how many days they took.
create table ledger.closed_tally (
  tenant_id uuid not null,
  dimension text not null,
  -- An item may have no theme and no month: `has_key` tells no theme from an empty one.
  has_key   boolean not null,
  key       text not null,
  fact      text not null,
  days      int not null default 0,
  count     bigint not null,
  primary key (tenant_id, dimension, has_key, key, fact, days)
);

alter table ledger.closed_change enable row level security;
alter table ledger.closed_change force row level security;
alter table ledger.closed_tally enable row level security;
alter table ledger.closed_tally force row level security;
-- They count every unit's items: whoever does not see all of these does not see the counts. A unit's own step adds.
create policy of_all on ledger.closed_change
  using (tenant_id = platform.tenant_id() and (select ledger.sees_all('ledger.read')))
  with check (tenant_id = platform.tenant_id());
create policy of_all on ledger.closed_tally
  using (tenant_id = platform.tenant_id() and (select ledger.sees_all('ledger.read')))
  with check (tenant_id = platform.tenant_id());
grant select, insert, delete on ledger.closed_change to quarterdeck_app;
grant select, insert, update (count) on ledger.closed_tally to quarterdeck_app;

create function ledger.note_closed(sign int, item ledger.item) returns void language sql as $$
  insert into ledger.closed_change (tenant_id, sign, lead_unit_id, origin, theme, month, kind, dispatched, on_time,
    by_first_due, was_late, was_returned, was_pressed, sign_days, work_days, verify_days)
  values (item.tenant_id, sign, item.lead_unit_id, item.origin, item.theme, to_char(item.issued_on, 'YYYY-MM'), item.kind,
    item.dispatched_on is not null, not item.was_late, coalesce(item.finished_on <= item.first_due_on, false),
    item.was_late, item.returned_count > 0, item.pressed_count > 0,
    item.signed_on - item.dispatched_on,
    coalesce(item.finished_on, item.reported_on) - item.signed_on,
    item.closed_on - coalesce(item.finished_on, item.reported_on))
$$;

create function ledger.keep_closed_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'closed' then perform ledger.note_closed(-1, old); end if;
  if new.state = 'closed' then perform ledger.note_closed(1, new); end if;
  return null;
end $$;
create trigger item_closed_inserted after insert on ledger.item
  for each row when (new.state = 'closed') execute function ledger.keep_closed_changes();
create trigger item_closed_updated after update on ledger.item
  for each row when (old.state = 'closed' or new.state = 'closed') execute function ledger.keep_closed_changes();
-- Also when rows are loaded past the other triggers.
alter table ledger.item enable always trigger item_closed_inserted;
alter table ledger.item enable always trigger item_closed_updated;

-- What each change adds to which rows of the tally.
create view ledger.closed_delta with (security_invoker = true) as
  select change.tenant_id, dimensions.dimension, dimensions.key is not null as has_key,
    coalesce(dimensions.key, '') as key, facts.fact, facts.days, sum(change.sign)::bigint as count
  from ledger.closed_change change,
    lateral (values ('unit', change.lead_unit_id::text), ('origin', change.origin), ('theme', change.theme),
      ('month', change.month), ('kind', change.kind)) dimensions (dimension, key),
    lateral (values ('total', 0, true), ('dispatched', 0, change.dispatched), ('closedOnTime', 0, change.on_time),
      ('closedByFirstDue', 0, change.by_first_due), ('wasLate', 0, change.was_late),
      ('wasReturned', 0, change.was_returned), ('wasPressed', 0, change.was_pressed),
      ('sign', change.sign_days, change.sign_days is not null), ('work', change.work_days, change.work_days is not null),
      ('verify', change.verify_days, change.verify_days is not null)) facts (fact, days, holds)
  where facts.holds
  group by 1, 2, 3, 4, 5, 6;
grant select on ledger.closed_delta to quarterdeck_app;

-- The closed items that are already there, straight into the tally.
alter table ledger.item no force row level security;
alter table ledger.closed_change no force row level security;
alter table ledger.closed_tally no force row level security;
do $$ begin
  perform ledger.note_closed(1, item) from ledger.item item where state = 'closed';
end $$;
insert into ledger.closed_tally (tenant_id, dimension, has_key, key, fact, days, count)
  select tenant_id, dimension, has_key, key, fact, days, count from ledger.closed_delta;
truncate ledger.closed_change;
alter table ledger.closed_tally force row level security;
alter table ledger.closed_change force row level security;
alter table ledger.item force row level security;
