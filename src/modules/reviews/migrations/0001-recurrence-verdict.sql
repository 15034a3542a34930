create schema reviews;
grant usage on schema reviews to quarterdeck_app;

-- What a person decided of two shortfalls of one unit: the same matter come back, or not.
-- Suggestions are computed and stored nowhere; a changed mind is a journal entry.
create table reviews.recurrence_verdict (
  tenant_id  uuid not null,
  earlier_id uuid not null,
  later_id   uuid not null,
  unit_id    uuid not null,
  verdict    text not null check (verdict in ('confirmed', 'dismissed')),
  likeness   double precision not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (tenant_id, earlier_id, later_id),
  foreign key (tenant_id, earlier_id) references reports.statement (tenant_id, id),
  foreign key (tenant_id, later_id) references reports.statement (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  check (earlier_id <> later_id)
);
create index recurrence_verdict_by_unit on reviews.recurrence_verdict (tenant_id, unit_id);

alter table reviews.recurrence_verdict enable row level security;
alter table reviews.recurrence_verdict force row level security;
create policy unit on reviews.recurrence_verdict
  using (tenant_id = platform.tenant_id() and platform.unit_visible(unit_id, 'reviews.read'))
  with check (tenant_id = platform.tenant_id() and platform.unit_visible(unit_id, 'reviews.read'));
grant select, insert, update (verdict, likeness, decided_by, decided_at)
  on reviews.recurrence_verdict to quarterdeck_app;
