create schema units;
grant usage on schema units to quarterdeck_app;

-- The register of one government: which city it is.
create table units.city (
  tenant_id uuid primary key references platform.tenant (id),
  key       text not null,
  name      text not null,
  name_en   text not null
);

create table units.unit (
  tenant_id    uuid not null,
  id           uuid not null,
  -- Stable in the pack: loading the pack again finds the unit by it.
  key          text not null,
  kind         text not null,
  name         text not null,
  full_name    text,
  name_en      text,
  code         text,
  parent_id    uuid,
  -- [valid_from, valid_to): the unit exists on these days.
  valid_from   date,
  valid_to     date,
  successor_id uuid,
  -- The order of the pack, which is the order that people expect on a page.
  position     int not null,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, parent_id) references units.unit (tenant_id, id) deferrable initially deferred,
  foreign key (tenant_id, successor_id) references units.unit (tenant_id, id) deferrable initially deferred,
  check (valid_from < valid_to),
  check (successor_id is null or valid_to is not null)
);
create index unit_parent on units.unit (tenant_id, parent_id);

-- Other names under which texts mention a unit. Two units may share one: then it is ambiguous.
create table units.unit_alias (
  tenant_id uuid not null,
  unit_id   uuid not null,
  position  int not null,
  alias     text not null,
  primary key (tenant_id, unit_id, position),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id)
);

create table units.cohort (
  tenant_id uuid not null,
  key       text not null,
  name      text not null,
  name_en   text not null,
  aliases   text[] not null,
  position  int not null,
  primary key (tenant_id, key)
);

create table units.cohort_membership (
  tenant_id  uuid not null,
  unit_id    uuid not null,
  position   int not null,
  cohort_key text not null,
  valid_from date,
  valid_to   date,
  primary key (tenant_id, unit_id, position),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  foreign key (tenant_id, cohort_key) references units.cohort (tenant_id, key),
  check (valid_from < valid_to)
);
create index cohort_membership_cohort on units.cohort_membership (tenant_id, cohort_key);

alter table units.city enable row level security;
alter table units.city force row level security;
create policy tenant on units.city
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());
alter table units.unit enable row level security;
alter table units.unit force row level security;
create policy tenant on units.unit
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());
alter table units.unit_alias enable row level security;
alter table units.unit_alias force row level security;
create policy tenant on units.unit_alias
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());
alter table units.cohort enable row level security;
alter table units.cohort force row level security;
create policy tenant on units.cohort
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());
alter table units.cohort_membership enable row level security;
alter table units.cohort_membership force row level security;
create policy tenant on units.cohort_membership
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());

-- A unit or cohort is never deleted: records point at it. It ends, by its validity.
grant select, insert, update (key, name, name_en) on units.city to quarterdeck_app;
grant select, insert on units.unit to quarterdeck_app;
grant update (kind, name, full_name, name_en, code, parent_id, valid_from, valid_to, successor_id, position)
  on units.unit to quarterdeck_app;
grant select, insert, update (name, name_en, aliases, position) on units.cohort to quarterdeck_app;
-- What these said before stands in the journal's entry of the load that changed them.
grant select, insert, delete on units.unit_alias, units.cohort_membership to quarterdeck_app;
