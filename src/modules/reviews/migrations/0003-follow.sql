-- What follows a review: matters over the years, what is caught on the day, the published report beside the book.

-- One matter: shortfalls of one unit, of different reviews and wordings, that a person held to be the same.
create table reviews.matter (
  tenant_id      uuid not null references platform.tenant (id),
  id             uuid not null,
  unit_id        uuid not null,
  -- Null: called by the words of its latest part.
  title          text check (title <> ''),
  -- A person's word that it is done with, where no item says so.
  settled_on     date,
  settled_by     text,
  settled_reason text,
  -- Became part of another one: its page leads there.
  merged_into    uuid,
  version        int not null default 1 check (version > 0),
  created_at     timestamptz not null,
  created_by     text not null,
  changed_at     timestamptz not null,
  changed_by     text not null,
  primary key (tenant_id, id),
  unique (tenant_id, id, unit_id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  foreign key (tenant_id, merged_into, unit_id) references reviews.matter (tenant_id, id, unit_id),
  check (merged_into <> id),
  check ((settled_on is null) = (settled_by is null) and (settled_on is null) = (settled_reason is null))
);
create index matter_by_unit on reviews.matter (tenant_id, unit_id);

-- A statement of a report or a line of a sheet is part of one matter at most, and of one of its own unit.
create table reviews.matter_part (
  tenant_id    uuid not null,
  part_id      uuid not null generated always as (coalesce(statement_id, line_id)) stored,
  matter_id    uuid not null,
  unit_id      uuid not null,
  statement_id uuid,
  line_id      uuid,
  added_at     timestamptz not null,
  added_by     text not null,
  primary key (tenant_id, part_id),
  foreign key (tenant_id, matter_id, unit_id) references reviews.matter (tenant_id, id, unit_id),
  foreign key (tenant_id, statement_id) references reports.statement (tenant_id, id),
  foreign key (tenant_id, line_id) references reviews.review_line (tenant_id, id),
  check ((statement_id is null) <> (line_id is null))
);
create index matter_part_by_matter on reviews.matter_part (tenant_id, matter_id);

-- An item by which a shortfall is put right; held by the shortfall, whatever matter that is part of.
create table reviews.shortfall_item (
  tenant_id    uuid not null,
  part_id      uuid not null generated always as (coalesce(statement_id, line_id)) stored,
  item_id      uuid not null,
  unit_id      uuid not null,
  statement_id uuid,
  line_id      uuid,
  linked_at    timestamptz not null,
  linked_by    text not null,
  primary key (tenant_id, part_id, item_id),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  foreign key (tenant_id, statement_id) references reports.statement (tenant_id, id),
  foreign key (tenant_id, line_id) references reviews.review_line (tenant_id, id),
  check ((statement_id is null) <> (line_id is null))
);
create index shortfall_item_by_unit on reviews.shortfall_item (tenant_id, unit_id);

-- What was written down while the meeting was held. The client chooses the id, so that what was written without a
-- network and sent twice is stored once; `seq` counts changes, so that a client asks for what is newer.
create table reviews.review_note (
  tenant_id    uuid not null,
  id           uuid not null,
  review_id    uuid not null,
  seq          bigint not null check (seq > 0),
  kind         text not null check (kind in ('note', 'commitment')),
  unit_id      uuid,
  text         text not null check (text <> ''),
  lead_unit_id uuid,
  due_on       date,
  item_id      uuid,
  taken_at     timestamptz not null,
  taken_by     text not null,
  dropped_at   timestamptz,
  changed_at   timestamptz not null,
  changed_by   text not null,
  primary key (tenant_id, id),
  unique (tenant_id, review_id, seq),
  foreign key (tenant_id, review_id) references reviews.review (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  foreign key (tenant_id, lead_unit_id) references units.unit (tenant_id, id),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id),
  check (kind = 'commitment' or (item_id is null and due_on is null)),
  check (item_id is null or dropped_at is null)
);

-- The speakers' clock: one stretch a row, one of them running at a time.
create table reviews.review_speech (
  tenant_id  uuid not null,
  id         uuid not null,
  review_id  uuid not null,
  unit_id    uuid not null,
  started_at timestamptz not null,
  stopped_at timestamptz,
  started_by text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, review_id) references reviews.review (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  check (stopped_at >= started_at)
);
create unique index review_speech_running on reviews.review_speech (tenant_id, review_id) where stopped_at is null;
create index review_speech_by_unit on reviews.review_speech (tenant_id, review_id, unit_id);

-- Whether a line of the book and a sentence of the published report say the same. Suggestions are computed and stored nowhere.
create table reviews.comparison_verdict (
  tenant_id    uuid not null,
  review_id    uuid not null,
  line_id      uuid not null,
  statement_id uuid not null,
  unit_id      uuid not null,
  verdict      text not null check (verdict in ('confirmed', 'rejected')),
  decided_at   timestamptz not null,
  decided_by   text not null,
  primary key (tenant_id, review_id, line_id, statement_id),
  foreign key (tenant_id, review_id) references reviews.review (tenant_id, id),
  foreign key (tenant_id, line_id) references reviews.review_line (tenant_id, id),
  foreign key (tenant_id, statement_id) references reports.statement (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id)
);

do $$ declare
  name text;
  permission text;
begin
  foreach name in array array['matter', 'matter_part', 'shortfall_item', 'comparison_verdict', 'review_note', 'review_speech'] loop
    permission := case when name in ('review_note', 'review_speech') then 'reviews.hold' else 'reviews.decide' end;
    execute format('alter table reviews.%I enable row level security', name);
    execute format('alter table reviews.%I force row level security', name);
    execute format('grant select, insert on reviews.%I to quarterdeck_app', name);
    execute format('create policy is_added on reviews.%I for insert
      with check (tenant_id = platform.tenant_id() and (select platform.holds(%L)))', name, permission);
    execute format('create policy is_changed on reviews.%I for update
      using (tenant_id = platform.tenant_id() and (select platform.holds(%L)))', name, permission);
  end loop;
  foreach name in array array['matter', 'matter_part', 'shortfall_item', 'comparison_verdict'] loop
    execute format('create policy unit_reads on reviews.%I for select
      using (tenant_id = platform.tenant_id() and platform.unit_visible(unit_id, ''reviews.read''))', name);
  end loop;
  foreach name in array array['matter_part', 'shortfall_item'] loop
    execute format('create policy is_taken_away on reviews.%I for delete
      using (tenant_id = platform.tenant_id() and (select platform.holds(''reviews.decide'')))', name);
    execute format('grant delete on reviews.%I to quarterdeck_app', name);
  end loop;
end $$;
-- Notes are the office's own; the clock is on the wall.
create policy is_read on reviews.review_note for select
  using (tenant_id = platform.tenant_id() and (select platform.holds('reviews.hold')));
create policy is_read on reviews.review_speech for select using (tenant_id = platform.tenant_id());

grant update (title, settled_on, settled_by, settled_reason, merged_into, version, changed_at, changed_by)
  on reviews.matter to quarterdeck_app;
grant update (matter_id, added_at, added_by) on reviews.matter_part to quarterdeck_app;
grant update (verdict, decided_at, decided_by) on reviews.comparison_verdict to quarterdeck_app;
grant update (seq, kind, unit_id, text, lead_unit_id, due_on, item_id, dropped_at, changed_at, changed_by)
  on reviews.review_note to quarterdeck_app;
grant update (stopped_at) on reviews.review_speech to quarterdeck_app;

-- What people confirmed before there were matters is one: every chain of confirmed pairs, over a third one, too.
alter table reviews.recurrence_verdict no force row level security;
alter table reviews.matter no force row level security;
alter table reviews.matter_part no force row level security;
create temporary table chain on commit drop as
  with recursive edge (tenant_id, one, other) as (
    select tenant_id, earlier_id, later_id from reviews.recurrence_verdict where verdict = 'confirmed'
    union
    select tenant_id, later_id, earlier_id from reviews.recurrence_verdict where verdict = 'confirmed'
  ), reached (tenant_id, part_id, at) as (
    select tenant_id, one, one from edge
    union
    select reached.tenant_id, reached.part_id, edge.other
    from reached join edge on edge.tenant_id = reached.tenant_id and edge.one = reached.at
  )
  select tenant_id, part_id, min(at::text) as name from reached group by tenant_id, part_id;
insert into reviews.matter (tenant_id, id, unit_id, created_at, created_by, changed_at, changed_by)
  select distinct on (chain.tenant_id, chain.name)
    chain.tenant_id, chain.name::uuid, verdict.unit_id, verdict.decided_at, verdict.decided_by, verdict.decided_at, verdict.decided_by
  from chain join reviews.recurrence_verdict verdict on verdict.tenant_id = chain.tenant_id
    and verdict.verdict = 'confirmed' and chain.part_id in (verdict.earlier_id, verdict.later_id)
  order by chain.tenant_id, chain.name, verdict.decided_at;
insert into reviews.matter_part (tenant_id, matter_id, unit_id, statement_id, added_at, added_by)
  select chain.tenant_id, matter.id, matter.unit_id, chain.part_id, matter.created_at, matter.created_by
  from chain join reviews.matter on matter.tenant_id = chain.tenant_id and matter.id = chain.name::uuid;
alter table reviews.recurrence_verdict force row level security;
alter table reviews.matter force row level security;
alter table reviews.matter_part force row level security;
