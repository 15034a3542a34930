-- Handed-in files, for installations that keep them in the database (QUARTERDECK_FILES=postgres, docs/decisions/0029). In
-- parts, so that neither side ever holds a whole file; the hash stands once the last part is there.
create table platform.file (
  tenant_id uuid not null references platform.tenant (id),
  id        uuid not null,
  sha256    text check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes     bigint check (bytes > 0),
  primary key (tenant_id, id),
  unique (tenant_id, sha256)
);
create table platform.file_part (
  tenant_id uuid not null,
  file_id   uuid not null,
  position  integer not null check (position >= 0),
  content   bytea not null,
  primary key (tenant_id, file_id, position),
  foreign key (tenant_id, file_id) references platform.file (tenant_id, id) on delete cascade
);
-- Documents and tables come compressed; packing them again costs time and saves nothing.
alter table platform.file_part alter column content set storage external;

alter table platform.file enable row level security;
alter table platform.file force row level security;
create policy of_tenant on platform.file
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());
alter table platform.file_part enable row level security;
alter table platform.file_part force row level security;
create policy of_tenant on platform.file_part
  using (tenant_id = platform.tenant_id()) with check (tenant_id = platform.tenant_id());

-- The same content again replaces itself, which also mends a copy that was damaged.
grant select, insert, update, delete on platform.file to quarterdeck_app;
grant select, insert on platform.file_part to quarterdeck_app;
