-- Which releases of a city's pack were published here: a release is published once, whatever is revised or withdrawn later.
create table indicators.loaded_pack (
  tenant_id uuid not null references platform.tenant (id),
  -- The release's key in the pack.
  key       text not null check (key <> ''),
  loaded_at timestamptz not null,
  primary key (tenant_id, key)
);
alter table indicators.loaded_pack enable row level security;
alter table indicators.loaded_pack force row level security;
create policy is_read on indicators.loaded_pack for select using (tenant_id = platform.tenant_id());
create policy is_loaded on indicators.loaded_pack for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.publish')));
grant select, insert on indicators.loaded_pack to quarterdeck_app;
