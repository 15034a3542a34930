-- A reading that was sent back stays as it is reported until its unit corrects it; why stands beside it.
alter table indicators.reading
  add column returned_for text not null default '',
  add column returned_by  text,
  add column returned_at  timestamptz,
  add check ((returned_for = '') = (returned_by is null) and (returned_by is null) = (returned_at is null)),
  add check (returned_for = '' or state = 'reported');
