import { conflict } from '../../../kernel/errors.ts'
import type { Definition, Layout, Policy } from './layout.ts'
import { withoutSubqueries } from './without-subqueries.ts'

/** Every other table stands where this one does: the parts of one tenant are on one machine. */
export const ANCHOR = 'journal.head'

/** Stay on the coordinator alone: they are asked for by themselves, never beside a table of tenants. */
export const COORDINATOR_ONLY = ['platform.migration', 'platform.rate_count']

export interface Step {
  /** What it is for, in English, as it stands in deploy/citus/distribute.sql. */
  readonly title: string
  readonly statements: readonly string[]
}

/**
 * The statements that distribute tables by `tenant_id`, in an order that Citus takes: what refers from one table to
 * another, and what would fire while rows are copied to the machines, is taken away before and put back after.
 *
 * @throws `platform.citus-policy` when a policy asks a subquery that has no form without one
 */
export function planDistribution(layout: Layout, referenceTables: readonly string[]): Step[] {
  const { tables, foreignKeys, triggers, functions, columnGrants } = layout
  const others = tables.filter((table) => table !== ANCHOR)
  const drop = ({ table, name }: Definition) => `alter table ${table} drop constraint ${name}`
  const kept = triggers.filter(({ definition }) => !hasTransitionTable(definition))
  const distributeFunction = (name: string) => `select create_distributed_function('${name}')`
  const takesRows = (name: string) =>
    name
      .split(/[(),]/)
      .slice(1)
      .some((type) => tables.includes(type))
  const steps: Step[] = [
    {
      title: 'One connection to each machine, so that keys between tables can be made in one transaction',
      statements: SETTINGS,
    },
    { title: 'Foreign keys come back when both tables are distributed', statements: foreignKeys.map(drop) },
    {
      title: 'Triggers must not fire while rows are copied',
      statements: triggers.map(({ table, name }) => `drop trigger ${name} on ${table}`),
    },
    { title: 'Policies without subqueries', statements: layout.policies.flatMap(alterPolicy) },
    {
      title: 'Functions that policies call stand on each machine before the tables do',
      statements: functions.filter((name) => !takesRows(name)).map(distributeFunction),
    },
    {
      title: 'Copied to every machine',
      statements: referenceTables.map((table) => `select create_reference_table('${table}')`),
    },
    {
      title: 'Spread by tenant',
      statements: [
        ...(tables.includes(ANCHOR)
          ? [`select create_distributed_table('${ANCHOR}', 'tenant_id', colocate_with => 'none')`]
          : []),
        ...others.map(
          (table) => `select create_distributed_table('${table}', 'tenant_id', colocate_with => '${ANCHOR}')`,
        ),
      ],
    },
    {
      title: 'Functions that take a row of a table',
      statements: functions.filter(takesRows).map(distributeFunction),
    },
    {
      title: 'Grants on columns',
      statements: columnGrants.map(
        ({ table, privilege, columns, to }) => `grant ${privilege} (${columns}) on ${table} to ${to}`,
      ),
    },
    {
      title: 'Foreign keys',
      statements: [
        ...foreignKeys.map(
          ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`,
        ),
        ...instead(layout),
      ],
    },
    { title: 'Triggers', statements: kept.flatMap(triggersOfParts) },
  ]
  return steps.filter(({ statements }) => statements.length > 0)
}

const SETTINGS = [
  // foreign keys to reference tables, multi_shard_modify_mode
  `set local citus.multi_shard_modify_mode = 'sequential'`,
  'set local citus.enable_unsafe_triggers = on',
  // Machines are kept available by replication of each (deploy/ha); Citus refuses foreign keys with copies of its own.
  'set local citus.shard_replication_factor = 1',
]

/** The table of a transition is not there when Citus plans what a trigger asks: these triggers have a substitute. */
export const hasTransitionTable = (definition: string) => / REFERENCING /.test(definition)

/**
 * Instead of the triggers on words and items (ledger, 0009), which hold for a whole statement what a foreign key holds for
 * each row: the key is checked on the machine itself.
 */
function instead({ triggers, tables }: Layout): string[] {
  const isReplaced = triggers.some(
    ({ table, definition }) => table === WORDS && hasTransitionTable(definition),
  )
  if (!isReplaced || !tables.includes(WORDS)) return []
  return [
    `alter table ${WORDS} add constraint item_word_item foreign key (tenant_id, item_id) references ledger.item (tenant_id, id)`,
  ]
}

const WORDS = 'ledger.item_word'

function alterPolicy({ table, name, using, check }: Policy): string[] {
  const parts = [part('using', using), part('with check', check)].filter((each) => each !== undefined)
  if (parts.every(({ isSame }) => isSame)) return []
  return [`alter policy ${name} on ${table} ${parts.map(({ text }) => text).join(' ')}`]

  function part(word: string, expression: string | null) {
    if (expression === null) return undefined
    const plain = withoutSubqueries(expression)
    if (plain === undefined) throw conflict('platform.citus-policy', { policy: name, table })
    return { isSame: !/\bSELECT\b/.test(expression), text: `${word} (${plain})` }
  }
}

/**
 * A trigger that fires at `truncate` as well is not made on the parts of a table (trigger.c, CitusCreateTriggerCommandDDLJob) and
 * would let every update and delete pass there: what concerns `truncate` becomes a trigger of its own.
 */
function triggersOfParts({ name, definition }: Definition): string[] {
  const short = definition.replace(/^CREATE TRIGGER/, 'create trigger')
  if (!short.includes(' OR TRUNCATE ON ')) return [short]
  const ofWhole = short
    .replace(` ${name} `, ` ${name.replace(/"?$/, '_truncate$&')} `)
    .replace(/ (BEFORE|AFTER) .*? OR TRUNCATE ON /, ' $1 TRUNCATE ON ')
  return [short.replace(' OR TRUNCATE ON ', ' ON '), ofWhole]
}
