-- A query that forgets its filter shows nobody the acts of others: an entry is read by who may read the journal, by the
-- platform for the whole tenant, and where its subject was asked for by name in this transaction (list-journal.ts), which
-- a room does after it has read the subject itself.
create function journal.shows_all() returns boolean
  language sql stable parallel safe
  return platform.holds('journal.read') or coalesce(current_setting('quarterdeck.scope', true) = 'tenant', false);

-- The second: the entry that the head is about to name (head_moves_forward).
create function journal.is_asked_for(subject text, number bigint) returns boolean
  language sql stable parallel safe
  return coalesce(subject = nullif(current_setting('quarterdeck.journal_subject', true), ''), false)
    or coalesce(number = nullif(current_setting('quarterdeck.journal_head', true), '')::bigint, false);

grant execute on function journal.shows_all(), journal.is_asked_for(text, bigint) to quarterdeck_app;

drop policy tenant on journal.entry;
create policy reading on journal.entry for select
  using (tenant_id = platform.tenant_id()
    and ((select journal.shows_all()) or journal.is_asked_for(subject_id, seq)));
create policy writing on journal.entry for insert
  with check (tenant_id = platform.tenant_id());

-- As in 0003; the entry that the head will name is looked for by whoever writes, who may not read the journal.
create or replace function journal.head_moves_forward() returns trigger language plpgsql as $$
declare
  is_there boolean;
begin
  if new.tenant_id <> old.tenant_id or new.seq <= old.seq then
    raise exception 'The journal only grows: its head stands at %, not %', old.seq, new.seq
      using errcode = 'insufficient_privilege';
  end if;
  perform set_config('quarterdeck.journal_head', new.seq::text, true);
  is_there := exists (
    select from journal.entry
    where entry.tenant_id = new.tenant_id and entry.seq = new.seq and entry.at = new.at and entry.hash = new.hash
  );
  perform set_config('quarterdeck.journal_head', '', true);
  if not is_there then
    raise exception 'The journal only grows: there is no entry % that its head could name', new.seq
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
