-- Settings, rule sets and local days that a person changes: versions for optimistic locking, the document that declares
-- a local day, and turning days computed anew without an edit (decision 17).

alter table ledger.setting
  add column calendar_version int not null default 0;
alter table ledger.light_rule_set
  add column version int not null default 1;
alter table ledger.calendar_day
  add column document text not null default '';

-- Other rules or another calendar turn an item's light on other days. Nobody edited it: version, time and author stay;
-- the former days go to the history with the time in which they stood. `recount` numbers them within a version.
alter table ledger.item
  add column recounted_at timestamptz,
  add column recount int not null default 0;
alter table ledger.item_history
  add column recounted_at timestamptz,
  add column recount int not null default 0;
alter table ledger.item_history drop constraint item_history_pkey;
alter table ledger.item_history add primary key (tenant_id, id, version, recount);
grant update (recounted_at) on ledger.item to quarterdeck_app;

create or replace function ledger.keep_first_deadline() returns trigger language plpgsql as $$
declare
  -- Since when the old row stood as it is; `greatest` passes over nulls.
  stood_from timestamptz := greatest(old.changed_at, old.recounted_at);
  counted ledger.item;
begin
  if old.withdrawn_at is not null then
    raise exception 'item % is withdrawn', old.number using errcode = 'check_violation';
  end if;
  if new.recounted_at is distinct from old.recounted_at then
    if old.state in ('closed', 'withdrawn') then
      raise exception 'item % is %: its clock has ended', old.number, old.state using errcode = 'check_violation';
    end if;
    counted := old;
    counted.blue_from := new.blue_from;
    counted.yellow_from := new.yellow_from;
    counted.orange_from := new.orange_from;
    counted.red_from := new.red_from;
    counted.recounted_at := greatest(new.recounted_at, stood_from);
    counted.recount := old.recount + 1;
    insert into ledger.item_history select stood_from, counted.recounted_at, old.*;
    return counted;
  end if;
  if old.first_due_on is not null and new.first_due_on is distinct from old.first_due_on then
    raise exception 'the first deadline of item % stays %', old.number, old.first_due_on
      using errcode = 'check_violation';
  end if;
  if old.was_late and not new.was_late then
    raise exception 'item % was late and stays so', old.number using errcode = 'check_violation';
  end if;
  if not ledger.may_follow(old.state, new.state) then
    raise exception 'item % is %, which % cannot follow', old.number, old.state, new.state
      using errcode = 'check_violation';
  end if;
  if new.round not in (old.round, old.round + 1) or (new.round > old.round) <> (old.state = 'closed' and new.state <> 'closed') then
    raise exception 'item % is in round %: a new one begins by reopening only', old.number, old.round
      using errcode = 'check_violation';
  end if;
  if new.version <= old.version then new.version := old.version + 1; end if;
  new.changed_at := greatest(new.changed_at, stood_from);
  new.recount := 0;
  insert into ledger.item_history select stood_from, new.changed_at, old.*;
  return new;
end $$;
