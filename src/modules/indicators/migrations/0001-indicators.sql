-- Indicators, their observations by vintage, targets, league tables, claims and alerts (issue 4).
create schema indicators;
grant usage on schema indicators to quarterdeck_app;

-- What has been published so far: the last vintage and publication, and how often definitions changed. Its lock puts
-- the publications of a tenant in one order, so whatever stands at or below `vintage` is there to be read.
create table indicators.head (
  tenant_id   uuid primary key references platform.tenant (id),
  vintage     int not null default 0,
  publication int not null default 0,
  definitions int not null default 0
);

-- Who is measured: units of the register, and others that we are compared with (provinces, other cities).
create table indicators.measured_unit (
  tenant_id uuid not null references platform.tenant (id),
  number    int not null check (number > 0),
  unit_id   uuid,
  key       text not null check (key <> ''),
  name      text not null check (name <> ''),
  aliases   text[] not null default '{}',
  kind      text not null check (kind in ('registered', 'external')),
  -- Of an external one; registered units have their dated cohorts in the register.
  cohort    text,
  primary key (tenant_id, number),
  unique (tenant_id, key),
  unique (tenant_id, unit_id),
  unique (tenant_id, number, unit_id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  check ((kind = 'registered') = (unit_id is not null)),
  check ((kind = 'registered') = (cohort is null))
);

create table indicators.indicator (
  tenant_id  uuid not null references platform.tenant (id),
  id         uuid not null,
  -- What observations point at.
  number     int not null check (number > 0),
  code       text not null check (code ~ '^[A-Za-z][A-Za-z0-9_.-]{0,63}$'),
  created_at timestamptz not null,
  created_by text not null,
  retired_on date,
  primary key (tenant_id, number),
  unique (tenant_id, id),
  unique (tenant_id, code)
);

-- A definition, in force from a day on until a later one. Among those of one day the highest version holds: a mistake
-- is corrected by a version, never overwritten.
create table indicators.indicator_version (
  tenant_id      uuid not null,
  indicator      int not null,
  version        int not null check (version > 0),
  valid_from     date not null,
  name           text not null check (name <> ''),
  name_en        text not null,
  definition     text not null,
  -- 亿元, 万人, %, 百分点 …
  measure        text not null,
  decimals       smallint not null check (decimals between 0 and 12),
  frequency      text not null check (frequency in ('year', 'half', 'quarter', 'month', 'cumulative', 'week', 'day')),
  -- Published so many days after the end of its period.
  lag_days       int not null check (lag_days >= 0),
  source_unit_id uuid,
  owner          text not null,
  direction      text not null check (direction in ('higher', 'lower', 'near')),
  near_value     numeric check ((direction = 'near') = (near_value is not null)),
  over_time      text not null check (over_time in ('sum', 'mean', 'last', 'ratio', 'none')),
  over_units     text not null check (over_units in ('sum', 'mean', 'last', 'ratio', 'none')),
  price_basis    text not null check (price_basis in ('none', 'current', 'constant')),
  formula        text,
  -- Shares of the year by month, weights of the cohort rule, exclusions with their reasons.
  seasonal       jsonb,
  comparability  jsonb not null default '{}',
  tags           text[] not null default '{}',
  -- Values before this day are not comparable with those after it.
  breaks_series  boolean not null,
  note           text not null default '',
  created_at     timestamptz not null,
  created_by     text not null,
  primary key (tenant_id, indicator, version),
  foreign key (tenant_id, indicator) references indicators.indicator (tenant_id, number),
  foreign key (tenant_id, source_unit_id) references units.unit (tenant_id, id)
);
create index indicator_version_in_force on indicators.indicator_version (tenant_id, indicator, valid_from desc, version desc);

create table indicators.sheet_import (
  tenant_id    uuid not null references platform.tenant (id),
  id           uuid not null,
  file_name    text not null,
  sha256       text not null,
  format       text not null check (format in ('xlsx', 'xls', 'csv')),
  bytes        bigint not null,
  state        text not null check (state in ('uploaded', 'checking', 'ready', 'running', 'done', 'failed', 'cancelled')),
  source       text not null default '',
  mapping      jsonb,
  options      jsonb not null default '{}',
  preview      jsonb,
  problems     jsonb not null default '[]',
  counts       jsonb not null default '{}',
  rows_done    int not null default 0,
  rows_total   int,
  failure      jsonb,
  vintage      int,
  created_at   timestamptz not null,
  creator_id   uuid not null,
  created_by   text not null,
  finished_at  timestamptz,
  primary key (tenant_id, id)
);
create index sheet_import_recent on indicators.sheet_import (tenant_id, created_at desc);

-- The mapping that was used for a table of this source with these headings last time.
create table indicators.sheet_mapping (
  tenant_id   uuid not null references platform.tenant (id),
  source      text not null,
  fingerprint text not null,
  mapping     jsonb not null,
  used_at     timestamptz not null,
  used_by     text not null,
  primary key (tenant_id, source, fingerprint)
);

-- One publication of values. What it holds never changes; a revision is a later one.
create table indicators.vintage (
  tenant_id    uuid not null references platform.tenant (id),
  number       int not null check (number > 0),
  published_at timestamptz not null,
  published_by text not null,
  publisher_id uuid not null,
  source       text not null,
  note         text not null,
  import_id    uuid,
  -- SHA-256 of the blocks in their canonical form; stands in the journal, too.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  blocks       int not null check (blocks > 0),
  rows         int not null check (rows > 0),
  primary key (tenant_id, number),
  foreign key (tenant_id, import_id) references indicators.sheet_import (tenant_id, id)
);
alter table indicators.sheet_import
  add foreign key (tenant_id, vintage) references indicators.vintage (tenant_id, number) deferrable initially deferred;

-- All units of one indicator in one period, as one vintage gave them. A later vintage holds only the units that it
-- revises; null says: withdrawn. As of vintage V the value of a unit is that of the newest block ≤ V that names it.
create table indicators.block (
  tenant_id uuid not null,
  indicator int not null,
  -- kind × 100,000,000 + the last day as yyyymmdd (rules/period).
  period    int not null,
  vintage   int not null,
  -- Ascending.
  units     int[] not null,
  values    numeric[] not null,
  -- Footnotes by unit number, `{"3": "…"}`.
  notes     jsonb,
  primary key (tenant_id, indicator, period, vintage),
  foreign key (tenant_id, indicator) references indicators.indicator (tenant_id, number),
  foreign key (tenant_id, vintage) references indicators.vintage (tenant_id, number),
  check (cardinality(units) > 0 and cardinality(units) = cardinality(values))
);
create index block_vintage on indicators.block (tenant_id, vintage);

-- For whoever writes SQL: one row for each value that a vintage gave.
create view indicators.observation with (security_invoker = true) as
  select block.tenant_id, indicator.code, block.indicator, block.period, block.vintage, one.unit, one.value,
    block.notes ->> one.unit::text as note
  from indicators.block
  join indicators.indicator on indicator.tenant_id = block.tenant_id and indicator.number = block.indicator
  cross join lateral unnest(block.units, block.values) as one (unit, value);

-- What units report, until it is published; the journal and the block keep it then.
create table indicators.reading (
  tenant_id   uuid not null,
  indicator   int not null,
  period      int not null,
  unit        int not null,
  -- The same unit as the register knows it, for the policies; null for one outside the register.
  unit_id     uuid,
  value       numeric,
  note        text not null default '',
  state       text not null check (state in ('reported', 'verified')),
  reporter_id uuid not null,
  reported_by text not null,
  reported_at timestamptz not null,
  verifier_id uuid,
  verified_by text,
  verified_at timestamptz,
  version     int not null default 1 check (version > 0),
  primary key (tenant_id, indicator, period, unit),
  foreign key (tenant_id, indicator) references indicators.indicator (tenant_id, number),
  foreign key (tenant_id, unit) references indicators.measured_unit (tenant_id, number),
  foreign key (tenant_id, unit, unit_id) references indicators.measured_unit (tenant_id, number, unit_id),
  check ((state = 'verified') = (verifier_id is not null and verified_by is not null and verified_at is not null)),
  check (verifier_id is distinct from reporter_id)
);
create index reading_unit on indicators.reading (tenant_id, unit, state);

-- Values to be reached: a level, a growth rate, a cumulative value, or a share that is to be done.
create table indicators.target (
  tenant_id  uuid not null,
  id         uuid not null,
  indicator  int not null,
  unit       int not null,
  period     int not null,
  value      numeric not null,
  kind       text not null check (kind in ('level', 'growth', 'cumulative', 'share-done')),
  horizon    text not null check (horizon in ('year', 'half', 'quarter', 'month', 'plan')),
  path       jsonb not null default '{"kind":"linear"}',
  document   text not null default '',
  version    int not null default 1 check (version > 0),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, id),
  unique (tenant_id, indicator, unit, period, kind, horizon),
  foreign key (tenant_id, indicator) references indicators.indicator (tenant_id, number),
  foreign key (tenant_id, unit) references indicators.measured_unit (tenant_id, number)
);
create index target_period on indicators.target (tenant_id, period);

-- A city's own bands beside the presets (rules/pace/presets).
create table indicators.band_set (
  tenant_id  uuid not null references platform.tenant (id),
  key        text not null,
  name       text not null,
  definition jsonb not null,
  version    int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, key)
);

create table indicators.league (
  tenant_id  uuid not null references platform.tenant (id),
  id         uuid not null,
  key        text not null,
  name       text not null,
  kind       text not null check (kind in ('indicator', 'composite')),
  definition jsonb not null,
  version    int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);

-- A frozen league table: numbered without gaps, never changed.
create table indicators.publication (
  tenant_id    uuid not null references platform.tenant (id),
  number       int not null check (number > 0),
  league_id    uuid,
  indicator    int,
  cohort       text not null,
  period       int not null,
  vintage      int not null,
  -- The day by which definitions and cohort were taken.
  as_of        date not null,
  title        text not null,
  content      jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  frozen_at    timestamptz not null,
  frozen_by    text not null,
  freezer_id   uuid not null,
  primary key (tenant_id, number),
  foreign key (tenant_id, league_id) references indicators.league (tenant_id, id),
  foreign key (tenant_id, indicator) references indicators.indicator (tenant_id, number),
  foreign key (tenant_id, vintage) references indicators.vintage (tenant_id, number),
  check ((league_id is null) <> (indicator is null))
);
create index publication_indicator on indicators.publication (tenant_id, indicator, period);

-- A rank that somebody else printed (全国第三): its source is all that stands behind it.
create table indicators.external_position (
  tenant_id   uuid not null references platform.tenant (id),
  id          uuid not null,
  indicator   int not null,
  unit        int not null,
  scope       text not null check (scope <> ''),
  period      int not null,
  position    int not null check (position > 0),
  -- Of how many; null where the source does not say.
  among       int check (among >= position),
  value       numeric,
  source      text not null check (source <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, indicator) references indicators.indicator (tenant_id, number),
  foreign key (tenant_id, unit) references indicators.measured_unit (tenant_id, number)
);
create index external_position_newest on indicators.external_position (tenant_id, indicator, unit, period, recorded_at desc);

-- A rank or figure that was accepted from a report, and what the numbers say to it.
create table indicators.claim (
  tenant_id    uuid not null references platform.tenant (id),
  -- The statement's.
  id           uuid not null,
  report_id    uuid not null,
  report_title text not null,
  report_date  date,
  kind         text not null,
  unit_id      uuid,
  subject      text not null,
  period       text,
  detail       jsonb not null,
  quote        text[] not null,
  indicator    int,
  measure      text,
  cohort       text,
  match_state  text not null check (match_state in ('none', 'suggested', 'confirmed')),
  matched_by   text,
  verdict      text check (verdict in ('confirmed', 'contradicted', 'unknown')),
  reason       text,
  evidence     jsonb,
  vintage      int,
  checked_at   timestamptz,
  withdrawn_at timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  foreign key (tenant_id, indicator) references indicators.indicator (tenant_id, number),
  foreign key (tenant_id, vintage) references indicators.vintage (tenant_id, number)
);
create index claim_report on indicators.claim (tenant_id, report_id);

create table indicators.alert_rule (
  tenant_id   uuid not null references platform.tenant (id),
  key         text not null,
  definition  jsonb not null,
  is_on       boolean not null default true,
  owner_id    uuid,
  owner_role  text,
  version     int not null default 1,
  changed_at  timestamptz not null,
  changed_by  text not null,
  primary key (tenant_id, key)
);

create table indicators.alert (
  tenant_id  uuid not null references platform.tenant (id),
  id         uuid not null,
  rule       text not null,
  -- Why, so exactly that the same cause never fires twice.
  cause      text not null check (cause <> ''),
  indicator  int not null,
  unit       int not null,
  period     int not null,
  detail     jsonb not null,
  state      text not null check (state in ('open', 'item', 'dismissed')),
  owner_id   uuid,
  owner_role text,
  item_id    uuid,
  reason     text not null default '',
  raised_at  timestamptz not null,
  vintage    int not null,
  changed_at timestamptz not null,
  changed_by text not null,
  version    int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, cause),
  foreign key (tenant_id, rule) references indicators.alert_rule (tenant_id, key),
  foreign key (tenant_id, indicator) references indicators.indicator (tenant_id, number),
  foreign key (tenant_id, unit) references indicators.measured_unit (tenant_id, number),
  foreign key (tenant_id, vintage) references indicators.vintage (tenant_id, number),
  check ((state = 'item') = (item_id is not null))
);
create index alert_open on indicators.alert (tenant_id, state, raised_at desc);

do $$ declare name text; begin
  foreach name in array array['head', 'measured_unit', 'indicator', 'indicator_version', 'sheet_import', 'sheet_mapping',
    'vintage', 'block', 'reading', 'target', 'band_set', 'league', 'publication', 'external_position', 'claim',
    'alert_rule', 'alert'] loop
    execute format('alter table indicators.%I enable row level security', name);
    execute format('alter table indicators.%I force row level security', name);
    execute format('grant select, insert on indicators.%I to quarterdeck_app', name);
  end loop;
  -- What is published is read by everybody of the city.
  foreach name in array array['head', 'measured_unit', 'indicator', 'indicator_version', 'vintage', 'block', 'target',
    'band_set', 'league', 'publication', 'external_position', 'claim', 'alert_rule', 'alert', 'sheet_import', 'sheet_mapping'] loop
    execute format('create policy is_read on indicators.%I for select using (tenant_id = platform.tenant_id())', name);
  end loop;
end $$;
grant select on indicators.observation to quarterdeck_app;

-- Any reader may be the first to meet a new unit of the register, and with it the head moves; the foreign key sees to
-- it that the unit exists.
create policy is_begun on indicators.head for insert with check (tenant_id = platform.tenant_id());
create policy is_moved on indicators.head for update using (tenant_id = platform.tenant_id());
create policy is_met on indicators.measured_unit for insert with check (tenant_id = platform.tenant_id()
  and (kind = 'registered' or (select platform.holds('indicators.define')) or (select platform.holds('indicators.import'))));
create policy is_renamed on indicators.measured_unit for update using (tenant_id = platform.tenant_id()
  and (kind = 'registered' or (select platform.holds('indicators.define')) or (select platform.holds('indicators.import'))));

create policy is_defined on indicators.indicator for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.define')));
create policy is_retired on indicators.indicator for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('indicators.define')));
create policy is_defined on indicators.indicator_version for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.define')));
create policy is_written on indicators.league for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.define')));
create policy is_changed on indicators.league for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('indicators.define')));
create policy is_written on indicators.band_set for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.define')));
create policy is_changed on indicators.band_set for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('indicators.define')));
create policy is_recorded on indicators.external_position for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.import')));

create policy is_imported on indicators.sheet_import for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.import')));
create policy is_continued on indicators.sheet_import for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('indicators.import')));
create policy is_remembered on indicators.sheet_mapping for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.import')));
create policy is_renewed on indicators.sheet_mapping for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('indicators.import')));

create policy is_published on indicators.vintage for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.publish')));
create policy is_published on indicators.block for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.publish')));
create policy is_frozen on indicators.publication for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.freeze')));

-- A unit's people see and write what it reported; who verifies sees all.
create policy unit_reads on indicators.reading for select
  using (tenant_id = platform.tenant_id()
    and ((select platform.holds('indicators.verify')) or platform.unit_visible(unit_id, 'indicators.report')));
create policy unit_reports on indicators.reading for insert
  with check (tenant_id = platform.tenant_id() and platform.unit_visible(unit_id, 'indicators.report'));
create policy unit_corrects on indicators.reading for update
  using (tenant_id = platform.tenant_id()
    and ((select platform.holds('indicators.verify')) or platform.unit_visible(unit_id, 'indicators.report')))
  with check (tenant_id = platform.tenant_id()
    and ((select platform.holds('indicators.verify'))
      or (state = 'reported' and platform.unit_visible(unit_id, 'indicators.report'))));
create policy is_published_or_withdrawn on indicators.reading for delete
  using (tenant_id = platform.tenant_id()
    and ((select platform.holds('indicators.publish'))
      or (state = 'reported' and platform.unit_visible(unit_id, 'indicators.report'))));

create policy is_set on indicators.target for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.target')));
create policy is_changed on indicators.target for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('indicators.target')));
create policy is_removed on indicators.target for delete
  using (tenant_id = platform.tenant_id() and (select platform.holds('indicators.target')));

-- Claims come with the statement that somebody accepted, whoever that was; alerts with what was published.
create policy is_accepted on indicators.claim for insert with check (tenant_id = platform.tenant_id());
create policy is_followed on indicators.claim for update using (tenant_id = platform.tenant_id());
create policy is_written on indicators.alert_rule for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.alert')));
create policy is_changed on indicators.alert_rule for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('indicators.alert')));
create policy is_raised on indicators.alert for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.alert')));
create policy is_decided on indicators.alert for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('indicators.alert')));

grant update (vintage, publication, definitions) on indicators.head to quarterdeck_app;
grant update (name, aliases, cohort) on indicators.measured_unit to quarterdeck_app;
grant update (retired_on) on indicators.indicator to quarterdeck_app;
grant update on indicators.sheet_import, indicators.sheet_mapping, indicators.reading, indicators.claim to quarterdeck_app;
grant delete on indicators.reading, indicators.target to quarterdeck_app;
grant update (value, path, document, version, changed_at, changed_by) on indicators.target to quarterdeck_app;
grant update (name, definition, version, changed_at, changed_by) on indicators.band_set, indicators.league to quarterdeck_app;
grant update (definition, is_on, owner_id, owner_role, version, changed_at, changed_by) on indicators.alert_rule to quarterdeck_app;
grant update (state, owner_id, owner_role, item_id, reason, version, changed_at, changed_by) on indicators.alert to quarterdeck_app;

-- Invariant 5, also against the owner of the tables: what was published stays.
create function indicators.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'What was published stays: % on indicators.% is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;
do $$ declare name text; begin
  foreach name in array array['vintage', 'block', 'publication', 'indicator_version', 'external_position'] loop
    execute format('create trigger is_kept before update or delete or truncate on indicators.%I
      for each statement execute function indicators.refuse()', name);
  end loop;
end $$;

-- Numbers go up one by one, so a vintage or publication that was removed would leave a gap to be seen.
create function indicators.head_moves_forward() returns trigger language plpgsql as $$
begin
  if new.vintage not in (old.vintage, old.vintage + 1) or new.publication not in (old.publication, old.publication + 1)
      or new.definitions < old.definitions then
    raise exception 'The numbers of vintages and publications only go up one by one'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger head_moves_forward before update on indicators.head
  for each row execute function indicators.head_moves_forward();
