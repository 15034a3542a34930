-- A large SDMX message is imported like a table: checked by a job, decided by a person, published by a job.
alter table indicators.sheet_import
  drop constraint sheet_import_format_check,
  add constraint sheet_import_format_check check (format in ('xlsx', 'xls', 'csv', 'sdmx-csv', 'sdmx-json'));
