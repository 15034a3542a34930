-- Statements and their former versions by the quarter in which they were made: ids are UUIDv7, so a range of ids is a
-- range of time, and every key stays as it was (decision 31).
select platform.partition_table('reports.statement', 'id', 'tenant_id, id');
select platform.partition_table('reports.statement_version', 'statement_id', 'tenant_id, statement_id, version');
