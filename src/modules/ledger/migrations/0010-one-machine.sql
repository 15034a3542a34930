-- What a machine that holds a part of the tenants must be able to run (decision 32): there a trigger stands on a part of
-- the table, whose rows are of another row type, and whatever it writes is sent once more through Citus.

-- Rows go into the history by `values`: `insert … select` would be sent by COPY, which row-level security forbids.
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
    insert into ledger.item_history values (stood_from, counted.recounted_at, old.*);
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
  insert into ledger.item_history values (stood_from, new.changed_at, old.*);
  return new;
end $$;

-- In PL/pgSQL, because Citus plans no parameters of SQL functions.
create or replace function ledger.note_closed(sign int, item ledger.item) returns void language plpgsql as $$
begin
  insert into ledger.closed_change (tenant_id, sign, lead_unit_id, origin, theme, month, kind, dispatched, on_time,
    by_first_due, was_late, was_returned, was_pressed, sign_days, work_days, verify_days)
  values (item.tenant_id, sign, item.lead_unit_id, item.origin, item.theme, to_char(item.issued_on, 'YYYY-MM'), item.kind,
    item.dispatched_on is not null, not item.was_late, coalesce(item.finished_on <= item.first_due_on, false),
    item.was_late, item.returned_count > 0, item.pressed_count > 0,
    item.signed_on - item.dispatched_on,
    coalesce(item.finished_on, item.reported_on) - item.signed_on,
    item.closed_on - coalesce(item.finished_on, item.reported_on));
end
$$;

create or replace function ledger.keep_closed_changes() returns trigger language plpgsql as $$
declare
  item ledger.item;
begin
  if tg_op = 'UPDATE' and old.state = 'closed' then
    item := old;
    perform ledger.note_closed(-1, item);
  end if;
  if new.state = 'closed' then
    item := new;
    perform ledger.note_closed(1, item);
  end if;
  return null;
end $$;

-- A number from one sequence would be asked of one machine.
alter table ledger.closed_change drop constraint closed_change_pkey;
alter table ledger.closed_change drop column id;
alter table ledger.closed_change add column id uuid not null default gen_random_uuid();
alter table ledger.closed_change add primary key (tenant_id, id);

-- For policies where subqueries are refused (policy.c of Citus); elsewhere they ask the same by a subquery, which costs
-- less.
create function ledger.any_unit_visible(units uuid[], permission text) returns boolean language sql stable as $$
  select exists (select from unnest(units) of_item where platform.unit_visible(of_item, permission))
$$;
create function ledger.any_unit_visible(units uuid[]) returns boolean language sql stable as $$
  select exists (select from unnest(units) of_item where platform.unit_visible(of_item))
$$;
create function ledger.item_is_seen(tenant uuid, item uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from ledger.item i where i.tenant_id = item_is_seen.tenant and i.id = item_is_seen.item);
end
$$;
grant execute on function ledger.any_unit_visible(uuid[], text) to quarterdeck_app;
grant execute on function ledger.any_unit_visible(uuid[]) to quarterdeck_app;
grant execute on function ledger.item_is_seen(uuid, uuid) to quarterdeck_app;
