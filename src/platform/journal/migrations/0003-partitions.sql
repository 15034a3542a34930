-- The journal in partitions by the quarter of its entries (decision 31). An entry's number stays one of a kind for its
-- tenant by the head, which only moves forward, and by the chain of hashes; so `at` may stand in the key.
select platform.partition_table('journal.entry', 'at', 'tenant_id, seq, at');

-- When the newest entry was written: whoever follows the head to its entry looks into one partition.
alter table journal.head add column at timestamptz;
alter table journal.head no force row level security;
alter table journal.entry no force row level security;
alter table journal.head disable trigger head_moves_forward;
update journal.head set at = entry.at from journal.entry
  where entry.tenant_id = head.tenant_id and entry.seq = head.seq;
alter table journal.head enable trigger head_moves_forward;
alter table journal.entry force row level security;
alter table journal.head force row level security;

create or replace function journal.head_moves_forward() returns trigger language plpgsql as $$
begin
  if new.tenant_id <> old.tenant_id or new.seq <= old.seq then
    raise exception 'The journal only grows: its head stands at %, not %', old.seq, new.seq
      using errcode = 'insufficient_privilege';
  end if;
  if not exists (
    select from journal.entry
    where entry.tenant_id = new.tenant_id and entry.seq = new.seq and entry.at = new.at and entry.hash = new.hash
  ) then
    raise exception 'The journal only grows: there is no entry % that its head could name', new.seq
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
