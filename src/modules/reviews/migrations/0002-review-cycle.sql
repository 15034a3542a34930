-- The quarterly review (issue 5): one meeting with its stages, who speaks, the sheet of lines of each speaker, and the book
-- that freezing makes of them.

create table reviews.review (
  tenant_id       uuid not null references platform.tenant (id),
  id              uuid not null,
  period          text not null check (period ~ '^\d{4}Q[1-4]$'),
  title           text not null,
  held_at         timestamptz not null,
  stage           text not null default 'collecting'
    check (stage in ('collecting', 'frozen', 'held', 'committed', 'follow-up', 'closed')),
  -- What is drafted knows nothing of later days.
  cut_on          date not null,
  speaker_minutes int not null check (speaker_minutes between 1 and 240),
  -- The report that was published of the meeting.
  report_id       uuid,
  version         int not null default 1 check (version > 0),
  created_at      timestamptz not null,
  created_by      text not null,
  changed_at      timestamptz not null,
  changed_by      text not null,
  primary key (tenant_id, id),
  unique (tenant_id, period),
  foreign key (tenant_id, report_id) references reports.report (tenant_id, id)
);

-- When each stage began, and when it was due. Insert only.
create table reviews.review_stage (
  tenant_id  uuid not null,
  review_id  uuid not null,
  stage      text not null,
  due_at     timestamptz,
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (tenant_id, review_id, stage),
  foreign key (tenant_id, review_id) references reviews.review (tenant_id, id)
);

create table reviews.review_speaker (
  tenant_id uuid not null,
  review_id uuid not null,
  unit_id   uuid not null,
  position  int not null check (position > 0),
  minutes   int not null check (minutes between 1 and 240),
  -- The reasons of the rotation, as codes with numbers.
  why       jsonb not null,
  done_at   timestamptz,
  done_by   text,
  primary key (tenant_id, review_id, unit_id),
  foreign key (tenant_id, review_id) references reviews.review (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  check ((done_at is null) = (done_by is null))
);

create table reviews.review_agenda (
  tenant_id uuid not null,
  review_id uuid not null,
  position  int not null check (position > 0),
  kind      text not null check (kind in ('speech', 'other')),
  title     text not null,
  unit_id   uuid,
  minutes   int not null check (minutes between 1 and 240),
  primary key (tenant_id, review_id, position),
  foreign key (tenant_id, review_id) references reviews.review (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  check ((kind = 'speech') = (unit_id is not null))
);

-- One line of a unit's sheet. `draft` is a message with its numbers, so that it is told in any language; `words` are the
-- office's own and stand in its place. The fingerprint covers what the sources said when it was drafted.
create table reviews.review_line (
  tenant_id   uuid not null,
  id          uuid not null,
  review_id   uuid not null,
  unit_id     uuid not null,
  -- What it is about: the same matter drafted again finds its line.
  key         text not null,
  side        text not null check (side in ('strength', 'shortfall', 'follow-up')),
  kind        text not null,
  position    int not null,
  draft       jsonb not null,
  words       text,
  sources     jsonb not null,
  fingerprint text not null,
  included    boolean not null default true,
  outcome     text check (outcome in ('resolved', 'improving', 'unchanged', 'came-back')),
  -- The office decided on the outcome; drafting again leaves it.
  is_outcome_decided boolean not null default false,
  evidence    jsonb not null default '[]',
  version     int not null default 1 check (version > 0),
  created_at  timestamptz not null,
  created_by  text not null,
  changed_at  timestamptz not null,
  changed_by  text not null,
  primary key (tenant_id, id),
  unique (tenant_id, review_id, unit_id, key),
  foreign key (tenant_id, review_id) references reviews.review (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  check (outcome is null or side = 'follow-up')
);

-- Numbers of books have no gaps: the row stays locked until the transaction ends.
create table reviews.book_counter (
  tenant_id uuid not null references platform.tenant (id),
  last      int not null check (last > 0),
  primary key (tenant_id)
);

-- What freezing made of a review: agenda and the hashes of its sheets. The sheets stand apart, so that a unit reads its own.
create table reviews.review_book (
  tenant_id    uuid not null,
  number       int not null check (number > 0),
  review_id    uuid not null,
  content      jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  frozen_at    timestamptz not null,
  frozen_by    text not null,
  primary key (tenant_id, number),
  unique (tenant_id, review_id),
  foreign key (tenant_id, review_id) references reviews.review (tenant_id, id)
);
create table reviews.review_book_sheet (
  tenant_id    uuid not null,
  number       int not null,
  unit_id      uuid not null,
  content      jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, number, unit_id),
  foreign key (tenant_id, number) references reviews.review_book (tenant_id, number),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id)
);

-- The only way to change what a book shows.
create table reviews.review_correction (
  tenant_id    uuid not null,
  book_number  int not null,
  seq          int not null check (seq > 0),
  unit_id      uuid not null,
  line_id      uuid not null,
  before       jsonb not null,
  after        jsonb not null,
  reason       text not null check (reason <> ''),
  corrected_at timestamptz not null,
  corrected_by text not null,
  primary key (tenant_id, book_number, seq),
  foreign key (tenant_id, book_number) references reviews.review_book (tenant_id, number),
  foreign key (tenant_id, line_id) references reviews.review_line (tenant_id, id)
);

-- Who may read what: the agenda is the city's; lines, sheets and corrections are the unit's.
do $$ declare name text; begin
  foreach name in array array['review', 'review_stage', 'review_speaker', 'review_agenda', 'review_line', 'book_counter',
      'review_book', 'review_book_sheet', 'review_correction'] loop
    execute format('alter table reviews.%I enable row level security', name);
    execute format('alter table reviews.%I force row level security', name);
    execute format('grant select, insert on reviews.%I to quarterdeck_app', name);
    execute format('create policy is_prepared on reviews.%I for insert
      with check (tenant_id = platform.tenant_id() and (select platform.holds(''reviews.prepare'')))', name);
  end loop;
  foreach name in array array['review', 'review_stage', 'review_speaker', 'review_agenda', 'book_counter', 'review_book'] loop
    execute format('create policy is_read on reviews.%I for select using (tenant_id = platform.tenant_id())', name);
  end loop;
  foreach name in array array['review_line', 'review_book_sheet', 'review_correction'] loop
    execute format('create policy unit_reads on reviews.%I for select
      using (tenant_id = platform.tenant_id() and platform.unit_visible(unit_id, ''reviews.read''))', name);
  end loop;
  foreach name in array array['review', 'review_speaker', 'review_line', 'book_counter'] loop
    execute format('create policy is_changed on reviews.%I for update
      using (tenant_id = platform.tenant_id() and (select platform.holds(''reviews.prepare'')))', name);
  end loop;
  foreach name in array array['review_speaker', 'review_agenda'] loop
    execute format('create policy is_replaced on reviews.%I for delete
      using (tenant_id = platform.tenant_id() and (select platform.holds(''reviews.prepare'')))', name);
    execute format('grant delete on reviews.%I to quarterdeck_app', name);
  end loop;
end $$;

grant update (title, held_at, stage, cut_on, speaker_minutes, report_id, version, changed_at, changed_by)
  on reviews.review to quarterdeck_app;
grant update (position, minutes, why, done_at, done_by) on reviews.review_speaker to quarterdeck_app;
grant update (kind, position, draft, words, sources, fingerprint, included, outcome, is_outcome_decided, evidence, version,
  changed_at, changed_by) on reviews.review_line to quarterdeck_app;
grant update (last) on reviews.book_counter to quarterdeck_app;

-- What is frozen stays, also against the owner of the tables.
create function reviews.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'What is frozen stays: % on reviews.% is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;
do $$ declare name text; begin
  foreach name in array array['review_stage', 'review_book', 'review_book_sheet', 'review_correction'] loop
    execute format('create trigger is_kept before update or delete or truncate on reviews.%I
      for each statement execute function reviews.refuse()', name);
  end loop;
end $$;

-- A stage follows the one before, and lines change only while they are collected.
create function reviews.keep_stage() returns trigger language plpgsql as $$
declare
  stages text[] := array['collecting', 'frozen', 'held', 'committed', 'follow-up', 'closed'];
begin
  if array_position(stages, new.stage) not in (array_position(stages, old.stage), array_position(stages, old.stage) + 1) then
    raise exception 'review % is %, which % cannot follow', old.period, old.stage, new.stage using errcode = 'check_violation';
  end if;
  if new.version <= old.version then
    raise exception 'review % is already at version %', old.period, old.version using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_stage before update on reviews.review for each row execute function reviews.keep_stage();

create function reviews.keep_lines() returns trigger language plpgsql as $$
declare
  found_stage text;
begin
  select stage into found_stage from reviews.review r where r.tenant_id = new.tenant_id and r.id = new.review_id;
  if found_stage is distinct from 'collecting' then
    raise exception 'review % is %: its lines stay as they are', new.review_id, found_stage using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_lines before insert or update on reviews.review_line
  for each row execute function reviews.keep_lines();
