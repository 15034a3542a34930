-- Outlines of the units as the pack gives them: one document, loaded and read whole.
create table units.outline (
  tenant_id uuid primary key references platform.tenant (id),
  content   jsonb not null
);
alter table units.outline enable row level security;
alter table units.outline force row level security;
create policy tenant on units.outline
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());
-- What stood there before is in the pack's history; the journal keeps the hash of each load.
grant select, insert, update (content) on units.outline to quarterdeck_app;
