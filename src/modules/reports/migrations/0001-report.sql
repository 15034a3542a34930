create schema reports;
grant usage on schema reports to quarterdeck_app;

create table reports.report (
  tenant_id        uuid not null,
  id               uuid not null,
  title            text not null,
  file_name        text,
  format           text not null,
  encoding         text,
  content_hash     text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  text_hash        text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  report_date      text,
  report_date_from text not null,
  period           text,
  received_at      timestamptz not null,
  received_by      text not null,
  source           text,
  warnings         jsonb not null default '[]',
  primary key (tenant_id, id),
  constraint report_content_hash unique (tenant_id, content_hash)
);

-- Bytes and text as received: what every quote points into. Nothing may change or remove them.
create table reports.document (
  tenant_id      uuid not null,
  report_id      uuid not null,
  bytes          bytea not null,
  body           text not null,
  -- Offsets are UTF-16 units, and so are PostgreSQL's own where every character is one unit. Where one is two, this
  -- is the body with a noncharacter after each such character, so that positions agree; null where none is.
  units          text generated always as (
    case when body ~ '[\U00010000-\U0010FFFF]'
      then regexp_replace(body, '([\U00010000-\U0010FFFF])', U&'\\1\FFFF', 'g') end
  ) stored,
  primary key (tenant_id, report_id),
  foreign key (tenant_id, report_id) references reports.report (tenant_id, id)
);

-- Uncompressed, so that a slice is read without reading the whole.
alter table reports.document alter column body set storage external;
alter table reports.document alter column units set storage external;

create table reports.article (
  tenant_id       uuid not null,
  report_id       uuid not null,
  index           int not null,
  title           text,
  other_headlines jsonb not null,
  kind            text not null,
  span            jsonb not null,
  meeting         jsonb,
  primary key (tenant_id, report_id, index),
  foreign key (tenant_id, report_id) references reports.report (tenant_id, id)
);

create table reports.statement (
  tenant_id     uuid not null,
  id            uuid not null,
  report_id     uuid not null,
  article_index int not null,
  position      double precision not null,
  kind          text not null check (kind in ('rank', 'first', 'figure', 'shortfall', 'task', 'metric')),
  status        text not null check (status in ('proposed', 'accepted', 'rejected')),
  unit_name     text,
  unit_id       uuid,
  subject       text not null,
  period        text,
  spans         jsonb not null,
  quote         jsonb not null,
  confidence    double precision not null check (confidence between 0 and 1),
  rule          text not null,
  detail        jsonb not null,
  split_from    uuid,
  decided_by    text,
  decided_at    timestamptz,
  version       int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references reports.report (tenant_id, id),
  foreign key (tenant_id, unit_id) references units.unit (tenant_id, id),
  foreign key (tenant_id, split_from) references reports.statement (tenant_id, id),
  -- Nothing enters the record, or leaves it, without somebody's yes.
  constraint statement_decided check (
    status = 'proposed' and decided_by is null and decided_at is null
    or status <> 'proposed' and decided_by is not null and decided_at is not null
  )
);
create index statement_by_report on reports.statement (tenant_id, report_id, position);
create index statement_by_unit on reports.statement (tenant_id, unit_id, kind) where status = 'accepted';

-- What a statement said before each correction or decision.
create table reports.statement_version (
  tenant_id    uuid not null,
  statement_id uuid not null,
  version      int not null,
  content      jsonb not null,
  replaced_by  text not null,
  replaced_at  timestamptz not null,
  primary key (tenant_id, statement_id, version),
  foreign key (tenant_id, statement_id) references reports.statement (tenant_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['report', 'document', 'article', 'statement', 'statement_version'] loop
    execute format('alter table reports.%I enable row level security', name);
    execute format('alter table reports.%I force row level security', name);
    execute format(
      'create policy tenant on reports.%I using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id())',
      name
    );
    execute format('grant select, insert on reports.%I to quarterdeck_app', name);
  end loop;
end $$;

-- Spans, quote, kind, report and the unit as printed are not among the columns that may change.
grant update (status, unit_id, subject, period, detail, decided_by, decided_at, version)
  on reports.statement to quarterdeck_app;
