create schema ledger;
grant usage on schema ledger to quarterdeck_app;

-- The last number given out in a year. Its row stays locked until the transaction ends, so that
-- numbers have neither gaps nor races.
create table ledger.counter (
  tenant_id uuid not null,
  year      int not null,
  last      int not null check (last > 0),
  primary key (tenant_id, year)
);

create table ledger.item (
  tenant_id           uuid not null,
  id                  uuid not null,
  year                int not null,
  sequence            int not null,
  number              text not null generated always as (year::text || '-' || lpad(sequence::text, greatest(4, length(sequence::text)), '0')) stored,
  title               text not null,
  content             text not null,
  theme               text,
  lead_unit_id        uuid,
  -- The government that entered it: its leader sees the item also while nobody leads it.
  issuer_unit_id      uuid,
  responsible_text    text[] not null,
  supporting_unit_ids uuid[] not null,
  issued_on           date,
  due_on              date,
  first_due_on        date,
  source_kind         text not null check (source_kind in ('statement', 'by-hand')),
  source              jsonb,
  statement_id        uuid,
  created_at          timestamptz not null,
  created_by          text not null,
  version             int not null default 1,
  -- Somebody has corrected the item itself: from then on it no longer follows its statement.
  is_worked_on        boolean not null default false,
  withdrawn_at        timestamptz,
  withdrawn_by        text,
  primary key (tenant_id, id),
  unique (tenant_id, year, sequence),
  foreign key (tenant_id, lead_unit_id) references units.unit (tenant_id, id),
  foreign key (tenant_id, issuer_unit_id) references units.unit (tenant_id, id),
  constraint item_source check ((source_kind = 'statement') = (statement_id is not null and source is not null)),
  constraint item_first_deadline check (due_on is null or first_due_on is not null)
);
-- One statement makes one item; a withdrawn one keeps its number and gives way to a new one.
create unique index item_statement on ledger.item (tenant_id, statement_id) where withdrawn_at is null;
create index item_due on ledger.item (tenant_id, due_on, id) where withdrawn_at is null;
create index item_created on ledger.item (tenant_id, created_at desc, id) where withdrawn_at is null;
create index item_lead on ledger.item (tenant_id, lead_unit_id) where withdrawn_at is null;

-- The words of title and content (jieba, search mode). A table with plain equality rather than a GIN index:
-- under row-level security PostgreSQL uses an index only for leakproof operators, and `@@` is not one.
create table ledger.item_word (
  tenant_id uuid not null,
  word      text not null,
  item_id   uuid not null,
  primary key (tenant_id, word, item_id),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id)
);
create index item_word_by_item on ledger.item_word (tenant_id, item_id);

alter table ledger.counter enable row level security;
alter table ledger.counter force row level security;
create policy tenant on ledger.counter
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());
grant select, insert, update (last) on ledger.counter to quarterdeck_app;

alter table ledger.item enable row level security;
alter table ledger.item force row level security;
alter table ledger.item_word enable row level security;
alter table ledger.item_word force row level security;
-- A unit sees what it leads and what it supports, and the government that entered an item sees it in any case.
create policy unit_reads on ledger.item for select
  using (
    tenant_id = platform.tenant_id()
    and (
      platform.unit_visible(lead_unit_id, 'ledger.read')
      or platform.unit_visible(issuer_unit_id, 'ledger.read')
      or exists (
        select from unnest(supporting_unit_ids) supporting
        where platform.unit_visible(supporting, 'ledger.read')
      )
    )
  );
create policy unit_enters on ledger.item for insert
  with check (tenant_id = platform.tenant_id() and platform.unit_visible(lead_unit_id, 'ledger.create'));
create policy unit_corrects on ledger.item for update
  using (tenant_id = platform.tenant_id() and platform.unit_visible(lead_unit_id, 'ledger.correct'))
  with check (tenant_id = platform.tenant_id() and platform.unit_visible(lead_unit_id, 'ledger.correct'));
grant select, insert on ledger.item to quarterdeck_app;
grant update (title, content, theme, lead_unit_id, responsible_text, supporting_unit_ids, due_on, first_due_on, version, is_worked_on, withdrawn_at, withdrawn_by)
  on ledger.item to quarterdeck_app;

-- Words tell what an item says: whoever may not see the item sees none of them.
create policy unit on ledger.item_word
  using (
    tenant_id = platform.tenant_id()
    and exists (select from ledger.item i where i.tenant_id = item_word.tenant_id and i.id = item_word.item_id)
  )
  with check (tenant_id = platform.tenant_id());
grant select, insert, delete on ledger.item_word to quarterdeck_app;
