-- A job says which request enqueued it, so that its failure is found beside what the person saw. As in 0002, and with
-- the request's id where there is one: no person and no content, only an id that the log has too.
create or replace function platform.enqueue_job(
  job text,
  payload json,
  run_at timestamptz,
  key text,
  max_attempts integer
) returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  tenant uuid := platform.tenant_id();
begin
  if tenant is null then
    raise exception 'A job belongs to a tenant: enqueue it inside its transaction'
      using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    identifier => enqueue_job.job,
    payload => json_build_object(
      'tenantId', tenant,
      'payload', enqueue_job.payload,
      'requestId', nullif(current_setting('quarterdeck.request_id', true), '')
    ),
    run_at => enqueue_job.run_at,
    max_attempts => enqueue_job.max_attempts,
    job_key => tenant || ':' || enqueue_job.job || ':' || enqueue_job.key
  );
end
$$;
