-- Invariant 3 in the database: the first deadline, once set, is kept for ever, also by hand in SQL.
create function ledger.keep_first_deadline() returns trigger language plpgsql as $$
begin
  if old.first_due_on is not null and new.first_due_on is distinct from old.first_due_on then
    raise exception 'the first deadline of item % stays %', old.number, old.first_due_on
      using errcode = 'check_violation';
  end if;
  if old.withdrawn_at is not null then
    raise exception 'item % is withdrawn', old.number using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger item_first_deadline before update on ledger.item
  for each row execute function ledger.keep_first_deadline();
