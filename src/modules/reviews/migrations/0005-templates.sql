-- The Word templates of a city's documents (issue 5): what an office changed, version by version; a version without a file
-- goes back to the one that ships. Insert only: which words a document of last year was made with can be told.
create table reviews.document_template (
  tenant_id  uuid not null references platform.tenant (id),
  kind       text not null
    check (kind in ('briefing-book', 'unit-sheet', 'notice', 'supervision-letter', 'commitments-memo')),
  version    int not null check (version > 0),
  file_name  text,
  sha256     text check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes      int check (bytes > 0),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, kind, version),
  check ((file_name is null) = (sha256 is null) and (sha256 is null) = (bytes is null))
);

alter table reviews.document_template enable row level security;
alter table reviews.document_template force row level security;
-- Whoever may have a document may have it made; what it is made with is the office's to change.
create policy is_read on reviews.document_template for select using (tenant_id = platform.tenant_id());
create policy is_changed on reviews.document_template for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('reviews.template')));
grant select, insert on reviews.document_template to quarterdeck_app;

create trigger is_kept before update or delete or truncate on reviews.document_template
  for each statement execute function reviews.refuse();
