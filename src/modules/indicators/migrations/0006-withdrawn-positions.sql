-- A printed position that was put down by mistake (another unit's, another year's) is withdrawn by a later row without a
-- position, with the reason; what was put down stays.
alter table indicators.external_position
  alter column position drop not null,
  add column withdrawn_because text not null default '',
  add check ((position is null) = (withdrawn_because <> ''));
