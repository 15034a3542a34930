-- What is red before its deadline has passed, for the desk of the office: most of what is red is late, and was read to be left
-- out. The expression is that of store/desk-conditions.ts (`lateFrom`).
create index item_red_in_time on ledger.item (tenant_id, red_from,
    (case when due_on is null or due_on >= reported_on then 'infinity'::date else due_on end))
  where state not in ('closed', 'withdrawn', 'suspended');
