-- What a person enters for a composite league: a score of the leaders, points given or taken, an exemption from the black
-- list. Insert only: a correction is a higher version, and null withdraws what was entered.
create table indicators.league_entry (
  tenant_id  uuid not null references platform.tenant (id),
  league_id  uuid not null,
  period     int not null,
  unit       int not null,
  kind       text not null check (kind in ('score', 'adjustment', 'exemption')),
  -- Of a score its component, of an exemption its reason's key; empty for an adjustment.
  subject    text not null,
  version    int not null check (version > 0),
  value      numeric,
  reason     text not null,
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (tenant_id, league_id, period, unit, kind, subject, version),
  foreign key (tenant_id, league_id) references indicators.league (tenant_id, id),
  foreign key (tenant_id, unit) references indicators.measured_unit (tenant_id, number),
  check ((kind = 'adjustment') = (subject = ''))
);
alter table indicators.league_entry enable row level security;
alter table indicators.league_entry force row level security;
create policy is_read on indicators.league_entry for select using (tenant_id = platform.tenant_id());
create policy is_entered on indicators.league_entry for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.score')));
grant select, insert on indicators.league_entry to quarterdeck_app;
create trigger is_kept before update or delete or truncate on indicators.league_entry
  for each statement execute function indicators.refuse();

create index publication_league on indicators.publication (tenant_id, league_id, period) where league_id is not null;
