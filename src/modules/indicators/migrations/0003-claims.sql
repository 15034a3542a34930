-- What a claim is checked by, beside what it says: the report's own period, where in its text the sentence stands, and
-- the match that a person confirmed.
alter table indicators.claim
  add column report_period text,
  add column place         int not null default 0,
  add column match_period  text,
  add column matched_at    timestamptz,
  add column checked_by    text,
  add check ((match_state = 'none') = (indicator is null)),
  -- None with a name: a person took the match away, and nothing is suggested again.
  add check (match_state = 'none' or (match_state = 'confirmed') = (matched_by is not null)),
  add check ((matched_by is null) = (matched_at is null)),
  add check ((verdict is null) = (checked_at is null) and (verdict is null) = (reason is null));
create index claim_verdict on indicators.claim (tenant_id, verdict, report_date desc);
create index claim_unit on indicators.claim (tenant_id, unit_id);

-- Statements that were accepted before this module was there are taken over once, and this row says that it was done.
create table indicators.claims_begun (
  tenant_id  uuid not null references platform.tenant (id),
  begun_at   timestamptz not null,
  statements int not null,
  primary key (tenant_id)
);
alter table indicators.claims_begun enable row level security;
alter table indicators.claims_begun force row level security;
create policy is_read on indicators.claims_begun for select using (tenant_id = platform.tenant_id());
create policy is_begun on indicators.claims_begun for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('indicators.check-claims')));
grant select, insert on indicators.claims_begun to quarterdeck_app;
