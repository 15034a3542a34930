-- Found by bench/ledger on a million items (npm run bench:ledger).

-- Open items are a tenth of a ledger that has run for years: what waits, by deadline, is looked for among them only.
create index item_open_due on ledger.item (tenant_id, due_on, year desc, sequence desc)
  where withdrawn_at is null and state not in ('closed', 'withdrawn');
create index item_pending_extension on ledger.item (tenant_id, due_on) where has_pending_extension;

-- Whoever sees every item need not be asked for each word of each.
drop policy unit on ledger.item_word;
create policy unit on ledger.item_word
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.read'))
      or exists (select from ledger.item i where i.tenant_id = item_word.tenant_id and i.id = item_word.item_id)
    )
  )
  with check (tenant_id = platform.tenant_id());

-- A unit's own duty says that the unit leads or supports the item, so it sees both: no look at the item is needed.
drop policy with_item on ledger.duty;
create policy with_item on ledger.duty
  using (
    tenant_id = platform.tenant_id()
    and (
      (select ledger.sees_all('ledger.read'))
      or platform.unit_visible(unit_id)
      or exists (select from ledger.item i where i.tenant_id = duty.tenant_id and i.id = duty.item_id)
    )
  )
  with check (
    tenant_id = platform.tenant_id()
    and exists (select from ledger.item i where i.tenant_id = duty.tenant_id and i.id = duty.item_id)
  );
