-- Spreadsheets in: how large the stored file is, and the rows of sheets that have no number of their own.
alter table ledger.sheet_import
  add column bytes  bigint not null default 0,
  add column format text not null default 'xlsx' check (format in ('xlsx', 'xls', 'csv'));

-- A row without a number is known by its wording (SHA-256 of title, content and source document), so that importing
-- the same sheet again finds the item that it made.
create table ledger.sheet_row (
  tenant_id uuid not null,
  key       text not null,
  item_id   uuid not null,
  primary key (tenant_id, key),
  foreign key (tenant_id, item_id) references ledger.item (tenant_id, id)
);

alter table ledger.sheet_row enable row level security;
alter table ledger.sheet_row force row level security;
create policy tenant on ledger.sheet_row
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());
grant select, insert, update (item_id) on ledger.sheet_row to quarterdeck_app;
