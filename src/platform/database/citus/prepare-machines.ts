import { type Kysely, sql } from 'kysely'
import { invalid } from '../../../kernel/errors.ts'

type Connection = Kysely<Record<never, never>>

/**
 * What holds for sessions that begin later, on the coordinator and on every machine; done again it changes nothing.
 *
 * The coordinator asks the machines as the role of its transaction (connection_management.c: the current user), so
 * `quarterdeck_app` may log in; whence and how is said by each machine's pg_hba.conf (deploy/citus/README.md).
 */
export async function prepareMachines(owner: Connection): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(owner)
  const database = `"${rows[0]!.name.replaceAll('"', '""')}"`
  await onWorkers(owner, ROLE)
  await sql.raw('alter role quarterdeck_app login').execute(owner)
  for (const setting of SETTINGS) {
    const statement = `alter database ${database} set ${setting}`
    await sql.raw(statement).execute(owner)
    await onWorkers(owner, statement)
  }
}

const SETTINGS = [
  // The machines ask the policies, and so must know of tenant and actor: `set local` is sent on to them (variableset.c).
  `citus.propagate_set_commands = 'local'`,
  // Ours touch rows of the same tenant only, on the same machine (trigger.c, distributed_triggers.out).
  'citus.enable_unsafe_triggers = on',
]

const ROLE = `do $$
begin
  perform set_config('citus.enable_ddl_propagation', 'off', true);
  if not exists (select from pg_roles where rolname = 'quarterdeck_app') then
    create role quarterdeck_app;
  end if;
  alter role quarterdeck_app login;
end $$`

async function onWorkers(owner: Connection, statement: string): Promise<void> {
  const { rows } = await sql<{ nodename: string; nodeport: number; success: boolean; result: string }>`
    select nodename, nodeport, success, result from run_command_on_workers(${statement})`.execute(owner)
  const failed = rows.find(({ success }) => !success)
  if (failed) {
    const reason = `${failed.nodename}:${failed.nodeport}: ${failed.result}`
    throw invalid('platform.citus-failed', { statement, reason })
  }
}
