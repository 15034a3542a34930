create schema journal;

-- What happened, one row per write, chained by hash for each tenant (DESIGN.md, invariant 4).
create table journal.entry (
  tenant_id uuid not null references platform.tenant (id),
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  -- json, not jsonb: the hash covers the text as it was written.
  detail json not null,
  previous_hash text not null,
  hash text not null,
  primary key (tenant_id, seq)
);
create index entry_subject on journal.entry (tenant_id, subject_type, subject_id, seq);

-- The newest entry of each tenant; its lock puts the tenant's writes in one order.
create table journal.head (
  tenant_id uuid primary key references platform.tenant (id),
  seq bigint not null,
  hash text not null,
  -- Keyed over seq and hash, so that a shortened journal cannot be given a head that fits.
  seal text not null
);

alter table journal.entry enable row level security;
alter table journal.entry force row level security;
create policy tenant on journal.entry using (tenant_id = platform.tenant_id());
alter table journal.head enable row level security;
alter table journal.head force row level security;
create policy tenant on journal.head using (tenant_id = platform.tenant_id());

grant usage on schema journal to quarterdeck_app;
grant select, insert on journal.entry to quarterdeck_app;
grant select, insert, update on journal.head to quarterdeck_app;

create function journal.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The journal only grows: % on % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger entry_is_append_only before update or delete or truncate on journal.entry
  for each statement execute function journal.refuse();
create trigger head_is_kept before delete or truncate on journal.head
  for each statement execute function journal.refuse();

-- The head only moves forward by one.
create function journal.head_moves_forward() returns trigger language plpgsql as $$
begin
  if new.tenant_id <> old.tenant_id or new.seq <> old.seq + 1 then
    raise exception 'The journal only grows: its head stands at %, not %', old.seq, new.seq
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger head_moves_forward before update on journal.head
  for each row execute function journal.head_moves_forward();
