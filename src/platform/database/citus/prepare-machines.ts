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
  const settings = SETTINGS.map((setting) => `alter database ${database} set ${setting};`)
  for (const statement of [ROLE, ...settings].map(here)) {
    await sql.raw(statement).execute(owner)
    await onWorkers(owner, statement)
  }
}

/** Each machine does it for itself: Citus would send it on to the others, which workers may not (database.c, role.c). */
const here = (statement: string) => `do $$
begin
  perform set_config('citus.enable_ddl_propagation', 'off', true);
  ${statement}
end $$`

const SETTINGS = [
  // The machines ask the policies, and so must know of tenant and actor: `set local` is sent on to them (variableset.c).
  `citus.propagate_set_commands = 'local'`,
  // Ours touch rows of the same tenant only, on the same machine (trigger.c, distributed_triggers.out).
  'citus.enable_unsafe_triggers = on',
  // As does a policy's `item_is_seen`: outside of triggers Citus refuses to ask a table while it asks a part of another, even
  // one on the same machine (multi_executor.c, IsTaskExecutionAllowed).
  'citus.allow_nested_distributed_execution = on',
  // Jobs make partitions of tables that refer to others, several changes in a transaction, which Citus takes over one connection
  // to a machine only. What the application asks is of one part; a backup, which reads them all, waits for one after the other.
  `citus.multi_shard_modify_mode = 'sequential'`,
]

const ROLE = `if not exists (select from pg_roles where rolname = 'quarterdeck_app') then
    create role quarterdeck_app;
  end if;
  alter role quarterdeck_app login;`

async function onWorkers(owner: Connection, statement: string): Promise<void> {
  const { rows } = await sql<{ nodename: string; nodeport: number; success: boolean; result: string }>`
    select nodename, nodeport, success, result from run_command_on_workers(${statement})`.execute(owner)
  const failed = rows.find(({ success }) => !success)
  if (failed) {
    const reason = `${failed.nodename}:${failed.nodeport}: ${failed.result}`
    throw invalid('platform.citus-failed', { statement, reason })
  }
}
