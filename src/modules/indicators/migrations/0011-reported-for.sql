-- For whom somebody on leave a reading was reported: they do not verify it either (docs/decisions/0026).
alter table indicators.reading add column in_name_of uuid[] not null default '{}';
alter table indicators.reading add constraint reading_not_verified_by_reporter
  check (verifier_id is null or not verifier_id = any(in_name_of));
