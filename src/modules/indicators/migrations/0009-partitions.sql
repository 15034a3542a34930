-- Published values by kind of period and decade (decision 31); the view stands on the table and is made again.
drop view indicators.observation;
select platform.partition_table('indicators.block', 'period', 'tenant_id, indicator, period, vintage');
create view indicators.observation with (security_invoker = true) as
  select block.tenant_id, indicator.code, block.indicator, block.period, block.vintage, one.unit, one.value,
    block.notes ->> one.unit::text as note
  from indicators.block
  join indicators.indicator on indicator.tenant_id = block.tenant_id and indicator.number = block.indicator
  cross join lateral unnest(block.units, block.values) as one (unit, value);
grant select on indicators.observation to quarterdeck_app;
