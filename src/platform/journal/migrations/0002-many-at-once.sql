-- Many entries are written at once, so the head may move by more than one; it must then name an entry that is there.
create or replace function journal.head_moves_forward() returns trigger language plpgsql as $$
begin
  if new.tenant_id <> old.tenant_id or new.seq <= old.seq then
    raise exception 'The journal only grows: its head stands at %, not %', old.seq, new.seq
      using errcode = 'insufficient_privilege';
  end if;
  if not exists (
    select from journal.entry
    where entry.tenant_id = new.tenant_id and entry.seq = new.seq and entry.hash = new.hash
  ) then
    raise exception 'The journal only grows: there is no entry % that its head could name', new.seq
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

-- The algorithm stands before the hash: none is SHA-256, as all entries were until now; SM3 is GB/T 32905-2016.
-- Not validated: what is there was written by the application, and a long journal would be read for nothing.
alter table journal.entry
  add constraint entry_hash_form check (hash ~ '^(sm3:)?[0-9a-f]{64}$') not valid;
