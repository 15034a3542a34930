-- Jobs stand in the schema of graphile-worker (install-job-queue.ts), which knows no tenants and which
-- quarterdeck_app may not look into. This is its one way in: as the owner of that schema, in the caller's
-- transaction, and for the tenant of that transaction only.
create function platform.enqueue_job(
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
    payload => json_build_object('tenantId', tenant, 'payload', enqueue_job.payload),
    run_at => enqueue_job.run_at,
    max_attempts => enqueue_job.max_attempts,
    job_key => tenant || ':' || enqueue_job.job || ':' || enqueue_job.key
  );
end
$$;

revoke all on function platform.enqueue_job(text, json, timestamptz, text, integer) from public;
grant execute on function platform.enqueue_job(text, json, timestamptz, text, integer) to quarterdeck_app;
