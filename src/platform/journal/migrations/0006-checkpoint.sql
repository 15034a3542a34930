-- Where the journal in this database begins after older entries were archived and their partition dropped: the last entry
-- that left, under a seal of its own, and the file that holds it (decision 31).
create table journal.checkpoint (
  tenant_id   uuid not null references platform.tenant (id),
  seq         bigint not null check (seq > 0),
  hash        text not null check (hash ~ '^(sm3:)?[0-9a-f]{64}$'),
  -- Keyed over seq and hash, so that nobody who can only write SQL can let the journal begin later.
  seal        text not null,
  entries     bigint not null check (entries > 0),
  partition   text not null,
  file        text not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  archived_at timestamptz not null,
  primary key (tenant_id, seq)
);
alter table journal.checkpoint enable row level security;
alter table journal.checkpoint force row level security;
create policy tenant on journal.checkpoint using (tenant_id = platform.tenant_id());
grant select, insert on journal.checkpoint to quarterdeck_app;
create trigger checkpoint_is_kept before update or delete or truncate on journal.checkpoint
  for each statement execute function journal.refuse();
