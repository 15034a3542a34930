-- The closed loop (issue 3): states, rounds, duties, clocks, and the item as it stood on any day.

-- Policies ask once per query instead of once per row whether the actor holds a permission for every unit.
create function ledger.sees_all(permission text) returns boolean
  language sql stable parallel safe
  return coalesce(strpos(current_setting('quarterdeck.any_permissions', true), ',' || permission || ',') > 0, false)
    or coalesce(current_setting('quarterdeck.unit_ids', true) = '*', false);
grant execute on function ledger.sees_all(text) to quarterdeck_app;

alter table ledger.item drop constraint item_source;
alter table ledger.item drop constraint item_source_kind_check;
alter table ledger.item
  add column state              text not null default 'draft',
  add column round              int not null default 1 check (round > 0),
  -- What the item is in its tree, and where it hangs: problem > manifestation > task, or plan > task > sub-task.
  add column kind               text not null default 'task'
    check (kind in ('plan', 'problem', 'manifestation', 'task', 'sub-task')),
  add column parent_id          uuid,
  add column level              smallint not null default 1 check (level between 1 and 3),
  add column weight             numeric(9, 3) not null default 1 check (weight > 0),
  -- Where the matter comes from (DOMAIN.md 1.6: 来源类型, 来源文件).
  add column origin             text not null default 'other' check (origin in ('quarterly-meeting',
    'standing-committee', 'special-meeting', 'instruction', 'supervision', 'public-commitment', 'inspection', 'other')),
  add column origin_document    text not null default '',
  add column external_number    text,
  add column target             text not null default '',
  -- An indicator's value as closing criterion.
  add column criterion          jsonb,
  add column leader_in_charge   text not null default '',
  add column person_responsible text not null default '',
  add column contact            text not null default '',
  add column priority           text not null default 'normal' check (priority in ('normal', 'urgent', 'top')),
  add column tags               text[] not null default '{}',
  add column remark             text not null default '',
  add column is_public          boolean not null default false,
  -- Clock.
  add column start_on           date,
  add column time_limit         jsonb,
  add column plan               jsonb not null default '{"kind":"linear"}',
  add column report_frequency   text not null default 'none'
    check (report_frequency in ('none', 'weekly', 'ten-days', 'monthly', 'quarterly')),
  add column progress           numeric(5, 2) not null default 0 check (progress between 0 and 100),
  -- Marks of the current round.
  add column dispatched_on      date,
  add column sign_by            date,
  add column signed_on          date,
  add column started_on         date,
  add column report_by          date,
  add column last_report_on     date,
  -- A completion report is in: the clock stands still from this day until it is returned.
  add column reported_on        date,
  -- The completion report that was accepted; lateness is judged by it, not by how long verifying took.
  add column finished_on        date,
  add column closed_on          date,
  add column recheck_on         date,
  add column suspended_on       date,
  add column state_before       text,
  add column declined_reason    text,
  -- Once late, for ever.
  add column was_late           boolean not null default false,
  add column returned_count     int not null default 0,
  add column pressed_count      int not null default 0,
  add column last_pressed_on    date,
  add column notice             text check (notice in ('blue', 'orange', 'red')),
  add column notice_on          date,
  add column has_pending_extension boolean not null default false,
  -- The first days on which the light is at least so strong (rules/lights): a light itself is stored nowhere.
  add column blue_from          date not null default 'infinity',
  add column yellow_from        date not null default 'infinity',
  add column orange_from        date not null default 'infinity',
  add column red_from           date not null default 'infinity',
  add column changed_at         timestamptz,
  add column changed_by         text;

alter table ledger.item disable trigger item_first_deadline;
alter table ledger.item no force row level security;
update ledger.item set changed_at = coalesce(withdrawn_at, created_at), changed_by = created_by,
  state = case when withdrawn_at is not null then 'withdrawn' when source_kind = 'statement' then 'reviewed' else 'draft' end,
  start_on = coalesce(issued_on, created_at::date),
  origin = case when source_kind = 'statement' then 'quarterly-meeting' else 'other' end,
  red_from = coalesce(due_on + 1, 'infinity'), yellow_from = coalesce(due_on + 1, 'infinity'),
  orange_from = coalesce(due_on + 1, 'infinity'), blue_from = coalesce(due_on - 3, 'infinity');
alter table ledger.item force row level security;
alter table ledger.item enable trigger item_first_deadline;

alter table ledger.item
  alter column changed_at set not null,
  alter column changed_by set not null,
  add constraint item_source_kind check (source_kind in ('statement', 'by-hand', 'import')),
  add constraint item_source check ((source_kind = 'statement') = (statement_id is not null and source is not null)),
  add constraint item_state check (state in ('draft', 'reviewed', 'dispatched', 'signed', 'in-progress', 'reported',
    'under-verification', 'returned', 'closed', 'suspended', 'withdrawn')),
  add constraint item_parent foreign key (tenant_id, parent_id) references ledger.item (tenant_id, id),
  add constraint item_level check ((level = 1) = (parent_id is null)),
  add constraint item_suspended check ((state = 'suspended') = (state_before is not null)),
  add constraint item_closed check ((state = 'closed') = (closed_on is not null)),
  add constraint item_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null)),
  add constraint item_dispatched check (
    state in ('draft', 'reviewed', 'withdrawn', 'suspended') or (lead_unit_id is not null and dispatched_on is not null));

create unique index item_external_number on ledger.item (tenant_id, external_number)
  where external_number is not null and withdrawn_at is null;
create index item_parent on ledger.item (tenant_id, parent_id) where parent_id is not null;
create index item_state_created on ledger.item (tenant_id, state, created_at desc) where withdrawn_at is null;
create index item_number on ledger.item (tenant_id, year desc, sequence desc) where withdrawn_at is null;
create index item_lead_state on ledger.item (tenant_id, lead_unit_id, state) where withdrawn_at is null;
create index item_red on ledger.item (tenant_id, red_from) where state not in ('closed', 'withdrawn', 'suspended');
create index item_yellow on ledger.item (tenant_id, yellow_from) where state not in ('closed', 'withdrawn', 'suspended');
create index item_report_by on ledger.item (tenant_id, report_by) where state not in ('closed', 'withdrawn', 'suspended');
create index item_sign_by on ledger.item (tenant_id, sign_by) where state = 'dispatched';
create index item_recheck on ledger.item (tenant_id, recheck_on) where recheck_on is not null;

-- Every version that was superseded, with the time in which it stood: the ledger can be read as of any day.
create table ledger.item_history (
  valid_from timestamptz not null,
  valid_to   timestamptz not null,
  like ledger.item
);
alter table ledger.item_history add primary key (tenant_id, id, version);
create index item_history_as_of on ledger.item_history (tenant_id, valid_to, valid_from);

-- Which state may follow which: the same pairs as rules/lifecycle/machine.ts, compared by a test.
create function ledger.may_follow(former text, later text) returns boolean
  language sql immutable parallel safe
  return former = later or (former, later) in (
    ('draft', 'reviewed'), ('draft', 'withdrawn'),
    ('reviewed', 'draft'), ('reviewed', 'dispatched'), ('reviewed', 'withdrawn'),
    ('dispatched', 'signed'), ('dispatched', 'reviewed'), ('dispatched', 'suspended'), ('dispatched', 'withdrawn'),
    ('signed', 'in-progress'), ('signed', 'reported'), ('signed', 'reviewed'), ('signed', 'suspended'), ('signed', 'withdrawn'),
    ('in-progress', 'reported'), ('in-progress', 'reviewed'), ('in-progress', 'suspended'), ('in-progress', 'withdrawn'),
    ('reported', 'under-verification'), ('reported', 'returned'), ('reported', 'withdrawn'),
    ('under-verification', 'closed'), ('under-verification', 'returned'), ('under-verification', 'withdrawn'),
    ('returned', 'in-progress'), ('returned', 'reported'), ('returned', 'reviewed'), ('returned', 'suspended'),
    ('returned', 'withdrawn'),
    ('suspended', 'dispatched'), ('suspended', 'signed'), ('suspended', 'in-progress'), ('suspended', 'returned'),
    ('suspended', 'withdrawn'),
    ('closed', 'in-progress'));

-- Invariants 2, 3 and the history, also against whoever writes SQL by hand.
create or replace function ledger.keep_first_deadline() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null then
    raise exception 'item % is withdrawn', old.number using errcode = 'check_violation';
  end if;
  if old.first_due_on is not null and new.first_due_on is distinct from old.first_due_on then
    raise exception 'the first deadline of item % stays %', old.number, old.first_due_on
      using errcode = 'check_violation';
  end if;
  if old.was_late and not new.was_late then
    raise exception 'item % was late and stays so', old.number using errcode = 'check_violation';
  end if;
  if not ledger.may_follow(old.state, new.state) then
    raise exception 'item % is %, which % cannot follow', old.number, old.state, new.state
      using errcode = 'check_violation';
  end if;
  if new.round not in (old.round, old.round + 1) or (new.round > old.round) <> (old.state = 'closed' and new.state <> 'closed') then
    raise exception 'item % is in round %: a new one begins by reopening only', old.number, old.round
      using errcode = 'check_violation';
  end if;
  if new.version <= old.version then new.version := old.version + 1; end if;
  new.changed_at := greatest(new.changed_at, old.changed_at);
  insert into ledger.item_history select old.changed_at, new.changed_at, old.*;
  return new;
end $$;

-- One unit's part in an item: its own task, clock and sign-off. The lead has one too.
create table ledger.duty (
  tenant_id     uuid not null,
  item_id       uuid not null,
  unit_id       uuid not null,
  role          text not null check (role in ('lead', 'support')),
  position      smallint not null default 0,
  task          text not null default '',
  due_on        date,
  first_due_on  date,
  state         text not null default 'pending' check (state in ('pending', 'dispatched', 'signed', 'done', 'waived', 'declined')),
  sign_by       date,
  signed_on     date,
  signed_by     text,
  done_on       date,
  done_by       text,
  note          text not null default '',
  was_late      boolean not null default false,
  primary key (tenant_id, item_id, unit_id),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id)
);
create index duty_by_unit on ledger.duty (tenant_id, unit_id, item_id);
-- Invariant 3 for the parts of an item.
create function ledger.keep_duty() returns trigger language plpgsql as $$
begin
  if old.was_late and not new.was_late then
    raise exception 'the part of unit % was late and stays so', old.unit_id using errcode = 'check_violation';
  end if;
  if old.first_due_on is not null and new.first_due_on is distinct from old.first_due_on then
    raise exception 'the first deadline of the part of unit % stays %', old.unit_id, old.first_due_on
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger duty_kept before update on ledger.duty for each row execute function ledger.keep_duty();
create unique index duty_one_lead on ledger.duty (tenant_id, item_id) where role = 'lead';

-- A round that ended with a close: what it promised, when it was done, whether it was late. Never changed.
create table ledger.round (
  tenant_id      uuid not null,
  item_id        uuid not null,
  round          int not null,
  dispatched_on  date,
  signed_on      date,
  due_on         date,
  first_due_on   date,
  finished_on    date not null,
  closed_on      date not null,
  was_late       boolean not null,
  returned_count int not null,
  primary key (tenant_id, item_id, round),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id)
);

create table ledger.progress_report (
  tenant_id   uuid not null,
  id          uuid not null,
  item_id     uuid not null,
  round       int not null,
  unit_id     uuid not null,
  kind        text not null check (kind in ('progress', 'completion', 'duty-done')),
  progress    numeric(5, 2) check (progress between 0 and 100),
  -- What was done, what comes next, what hinders, what support is needed (DOMAIN.md 1.6, progress_report).
  done        text not null,
  next        text not null default '',
  problems    text not null default '',
  support     text not null default '',
  -- The value of the closing criterion's indicator, as a decimal text.
  value       numeric,
  reported_at timestamptz not null,
  reported_on date not null,
  reporter_id uuid not null,
  reporter    text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id)
);
create index progress_report_by_item on ledger.progress_report (tenant_id, item_id, reported_at desc);

create table ledger.evidence (
  tenant_id  uuid not null,
  id         uuid not null,
  item_id    uuid not null,
  report_id  uuid,
  round      int not null,
  unit_id    uuid,
  kind       text not null check (kind in ('file', 'link')),
  file_name  text,
  media_type text,
  bytes      bigint,
  sha256     text,
  url        text,
  note       text not null default '',
  added_at   timestamptz not null,
  added_by   text not null,
  adder_id   uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id),
  foreign key (tenant_id, report_id) references ledger.progress_report (tenant_id, id),
  check ((kind = 'file') = (sha256 is not null and file_name is not null and bytes is not null and media_type is not null)),
  check ((kind = 'link') = (url is not null))
);
create index evidence_by_item on ledger.evidence (tenant_id, item_id, added_at);

create table ledger.verification (
  tenant_id   uuid not null,
  id          uuid not null,
  item_id     uuid not null,
  round       int not null,
  purpose     text not null check (purpose in ('closing', 'recheck')),
  -- Material, on site, unannounced (四不两直), third party.
  method      text not null check (method in ('material', 'on-site', 'unannounced', 'third-party')),
  third_party text not null default '',
  result      text not null check (result in ('passed', 'failed')),
  findings    text not null,
  verified_at timestamptz not null,
  verified_on date not null,
  verifier_id uuid not null,
  verifier    text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id)
);
create index verification_by_item on ledger.verification (tenant_id, item_id, verified_at);

create table ledger.extension (
  tenant_id  uuid not null,
  id         uuid not null,
  item_id    uuid not null,
  round      int not null,
  unit_id    uuid,
  from_due   date,
  to_due     date not null,
  reason     text not null,
  asked_at   timestamptz not null,
  asker_id   uuid not null,
  asker      text not null,
  state      text not null default 'pending' check (state in ('pending', 'approved', 'refused', 'dropped')),
  decided_at timestamptz,
  decider_id uuid,
  decider    text,
  decision   text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id),
  check ((state = 'pending') = (decided_at is null)),
  -- Four eyes: nobody decides on his own request.
  check (state = 'dropped' or decider_id is null or decider_id <> asker_id)
);
create unique index extension_one_pending on ledger.extension (tenant_id, item_id) where state = 'pending';
create index extension_by_item on ledger.extension (tenant_id, item_id, asked_at);

-- Pressing (催办), supervision letters (督办函), coloured notices (三色单): events, not states.
create table ledger.pressing (
  tenant_id uuid not null,
  id        uuid not null,
  item_id   uuid not null,
  round     int not null,
  kind      text not null check (kind in ('press', 'letter', 'notice')),
  colour    text check (colour in ('blue', 'orange', 'red')),
  -- Of a letter or notice: 〔2026〕3号.
  number    text,
  text      text not null,
  answer_by date,
  pressed_at timestamptz not null,
  pressed_on date not null,
  presser_id uuid not null,
  presser   text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id),
  check ((kind = 'notice') = (colour is not null)),
  check ((kind = 'press') = (number is null))
);
create index pressing_by_item on ledger.pressing (tenant_id, item_id, pressed_at);
create unique index pressing_number on ledger.pressing (tenant_id, kind, number) where number is not null;

-- The last number of letters and notices in a year.
create table ledger.letter_counter (
  tenant_id uuid not null,
  kind      text not null,
  year      int not null,
  last      int not null check (last > 0),
  primary key (tenant_id, kind, year)
);

-- Filters that a person keeps, or shares with the office.
create table ledger.saved_view (
  tenant_id  uuid not null,
  id         uuid not null,
  owner_id   uuid not null,
  owner      text not null,
  name       text not null,
  query      jsonb not null,
  is_shared  boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, owner_id, name)
);

-- How the ledger measures: one row a tenant; before it is written the defaults of rules/settings.json hold.
create table ledger.setting (
  tenant_id  uuid primary key,
  settings   jsonb not null,
  version    int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Rule sets for lights beside the shipped presets.
create table ledger.light_rule_set (
  tenant_id  uuid not null,
  key        text not null,
  rule_set   jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, key)
);

-- Local days that differ from the national calendar, or a year that it lacks.
create table ledger.calendar_day (
  tenant_id      uuid not null,
  day            date not null,
  is_working_day boolean not null,
  reason         text not null,
  changed_at     timestamptz not null,
  changed_by     text not null,
  primary key (tenant_id, day)
);

-- A person's own calendar address (iCalendar): the token is kept as a hash only.
create table ledger.calendar_feed (
  tenant_id  uuid not null,
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, token_hash)
);

-- A spreadsheet on its way into the ledger: all of its rows or none.
create table ledger.sheet_import (
  tenant_id   uuid not null,
  id          uuid not null,
  file_name   text not null,
  sha256      text not null,
  state       text not null check (state in ('uploaded', 'checking', 'ready', 'running', 'done', 'failed', 'cancelled')),
  mapping     jsonb,
  options     jsonb not null default '{}',
  preview     jsonb,
  problems    jsonb not null default '[]',
  counts      jsonb not null default '{}',
  rows_done   int not null default 0,
  rows_total  int,
  failure     jsonb,
  created_at  timestamptz not null,
  creator_id  uuid not null,
  created_by  text not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index sheet_import_recent on ledger.sheet_import (tenant_id, created_at desc);

-- The mapping that was used for a table with these headings last time.
create table ledger.sheet_mapping (
  tenant_id   uuid not null,
  fingerprint text not null,
  mapping     jsonb not null,
  used_at     timestamptz not null,
  primary key (tenant_id, fingerprint)
);

-- Who sees an item: its lead, its supporters, the government that entered it, and whoever may see all.
drop policy unit_reads on ledger.item;
drop policy unit_enters on ledger.item;
drop policy unit_corrects on ledger.item;
create policy unit_reads on ledger.item for select
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.read'))
      or platform.unit_visible(lead_unit_id)
      or platform.unit_visible(issuer_unit_id)
      or exists (select from unnest(supporting_unit_ids) supporting where platform.unit_visible(supporting))
    )
  );
create policy unit_enters on ledger.item for insert
  with check (
    tenant_id = platform.tenant_id()
    and ((select ledger.sees_all('ledger.create')) or platform.unit_visible(lead_unit_id))
  );
-- A unit works on what it leads or supports; what exactly it may change is the command's question.
create policy unit_works on ledger.item for update
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.correct'))
      or platform.unit_visible(lead_unit_id)
      or platform.unit_visible(issuer_unit_id)
      or exists (select from unnest(supporting_unit_ids) supporting where platform.unit_visible(supporting))
    )
  )
  with check (tenant_id = platform.tenant_id());
-- Whatever a command may change. What says where an item comes from and who entered it is fixed.
grant update (title, content, theme, lead_unit_id, responsible_text, supporting_unit_ids, issued_on, due_on, first_due_on,
  version, is_worked_on, withdrawn_at, withdrawn_by, state, round, kind, parent_id, level, weight, origin, origin_document,
  external_number, target, criterion, leader_in_charge, person_responsible, contact, priority, tags, remark, is_public,
  start_on, time_limit, plan, report_frequency, progress, dispatched_on, sign_by, signed_on, started_on, report_by,
  last_report_on, reported_on, finished_on, closed_on, recheck_on, suspended_on, state_before, declined_reason, was_late,
  returned_count, pressed_count, last_pressed_on, notice, notice_on, has_pending_extension, blue_from, yellow_from,
  orange_from, red_from, changed_at, changed_by) on ledger.item to quarterdeck_app;

alter table ledger.item_history enable row level security;
alter table ledger.item_history force row level security;
-- A unit sees the item as it stood while it was the unit's.
create policy unit_reads on ledger.item_history for select
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.read'))
      or platform.unit_visible(lead_unit_id)
      or platform.unit_visible(issuer_unit_id)
      or exists (select from unnest(supporting_unit_ids) supporting where platform.unit_visible(supporting))
    )
  );
create policy written_by_trigger on ledger.item_history for insert with check (tenant_id = platform.tenant_id());
grant select, insert on ledger.item_history to quarterdeck_app;

-- What belongs to an item is seen by whoever sees the item.
do $$
declare
  child text;
begin
  foreach child in array array['duty', 'round', 'progress_report', 'evidence', 'verification', 'extension', 'pressing'] loop
    execute format('alter table ledger.%I enable row level security', child);
    execute format('alter table ledger.%I force row level security', child);
    execute format($policy$create policy with_item on ledger.%1$I
      using (tenant_id = platform.tenant_id() and ((select ledger.sees_all('ledger.read')) or exists (
        select from ledger.item i where i.tenant_id = %1$I.tenant_id and i.id = %1$I.item_id)))
      with check (tenant_id = platform.tenant_id() and exists (
        select from ledger.item i where i.tenant_id = %1$I.tenant_id and i.id = %1$I.item_id))$policy$, child);
    execute format('grant select, insert on ledger.%I to quarterdeck_app', child);
  end loop;
  foreach child in array array['letter_counter', 'saved_view', 'setting', 'light_rule_set', 'calendar_day', 'calendar_feed',
    'sheet_import', 'sheet_mapping'] loop
    execute format('alter table ledger.%I enable row level security', child);
    execute format('alter table ledger.%I force row level security', child);
    execute format('create policy tenant on ledger.%I using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id())', child);
    execute format('grant select, insert, update on ledger.%I to quarterdeck_app', child);
  end loop;
end $$;
grant update, delete on ledger.duty to quarterdeck_app;
grant update (state, decided_at, decider_id, decider, decision) on ledger.extension to quarterdeck_app;
-- Evidence is put to a report once; otherwise it never changes.
grant update (report_id) on ledger.evidence to quarterdeck_app;
create policy put_to_report_once on ledger.evidence as restrictive for update
  using (report_id is null) with check (true);
grant delete on ledger.saved_view, ledger.light_rule_set, ledger.calendar_day, ledger.sheet_import to quarterdeck_app;

-- Duties of the items that are already there.
alter table ledger.item no force row level security;
alter table ledger.duty no force row level security;
insert into ledger.duty (tenant_id, item_id, unit_id, role, position, due_on, first_due_on)
  select tenant_id, id, lead_unit_id, 'lead', 0, due_on, first_due_on from ledger.item where lead_unit_id is not null;
insert into ledger.duty (tenant_id, item_id, unit_id, role, position, due_on, first_due_on)
  select i.tenant_id, i.id, s.unit_id, 'support', s.n::smallint, i.due_on, i.first_due_on
  from ledger.item i, unnest(i.supporting_unit_ids) with ordinality s (unit_id, n)
  where s.unit_id is distinct from i.lead_unit_id
  on conflict do nothing;
alter table ledger.duty force row level security;
alter table ledger.item force row level security;
