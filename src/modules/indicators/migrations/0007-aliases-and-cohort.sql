-- Other names by which an indicator is known (社零, GDP), and the cohort in which it is looked at where nobody says another
-- (the provinces, for what is published of provinces only).
alter table indicators.indicator_version
  add column aliases text[] not null default '{}',
  add column cohort  text check (cohort <> '');
