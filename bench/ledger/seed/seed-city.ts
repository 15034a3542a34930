import type pg from 'pg'
import type { Context } from '../../../src/kernel/context.ts'
import { listUnits } from '../../../src/modules/units/index.ts'
import { createSealer } from '../../../src/platform/journal/index.ts'
import { createCopier } from './copier.ts'
import { seedItems } from './seed-items.ts'
import { seedJournal } from './seed-journal.ts'
import { withoutIndexes } from './without-indexes.ts'

interface SeedCity {
  readonly client: pg.Client
  readonly ctx: Context
  readonly secret: Buffer
  readonly folder: string
  readonly items: number
  readonly journal: number
}

const BARE = ['ledger.item_word']
const TABLES = [...BARE, 'ledger.item', 'ledger.item_history', 'ledger.duty', 'ledger.round', 'journal.entry']

/**
 * Fills an empty city, past the application: its rows are those that the product's own rules, segmenter and sealer make.
 * The connection must be the superuser's, of a server on this machine.
 */
export async function seedCity(seeding: SeedCity): Promise<void> {
  const { client, ctx, secret, folder } = seeding
  const { tenantId } = ctx
  // Neither foreign keys nor triggers run row by row; what the triggers would refuse is not made.
  await client.query(`set session_replication_role = 'replica'; set synchronous_commit = off;
    set maintenance_work_mem = '1GB'; set row_security = off; set timezone = 'UTC'`)
  const { units } = await listUnits(ctx, {})
  const copier = createCopier(client, folder)
  const { rows: counted } = await client.query('select year, last from ledger.counter where tenant_id = $1', [
    tenantId,
  ])
  // Six years of entries are written at once, each into its quarter.
  await client.query(`select platform.add_partition('journal.entry', at) from generate_series(
    date_trunc('quarter', now() - interval '6 years'), now(), interval '3 months') as at`)
  await withoutIndexes(client, { all: TABLES, bare: BARE }, async () => {
    const { items, lastOfYear } = await seedItems(copier, {
      tenantId,
      cityUnitId: units.find(({ kind }) => kind === 'city')?.id ?? null,
      unitIds: units.filter(({ kind }) => kind !== 'city').map(({ id }) => id),
      today: ctx.clock.today(),
      count: seeding.items,
      lastOfYear: new Map(counted.map(({ year, last }) => [year, last])),
    })
    const { rows } = await client.query('select seq::int, hash from journal.head where tenant_id = $1', [
      tenantId,
    ])
    const head = await seedJournal(copier, {
      tenantId,
      secret,
      head: rows[0],
      items,
      length: seeding.journal,
    })
    await copier.end()
    const seal = createSealer(secret).sealHead({ tenantId, ...head })
    const moved = [head.seq, head.hash, seal, head.at, tenantId]
    await client.query(
      'update journal.head set seq = $1, hash = $2, seal = $3, at = $4 where tenant_id = $5',
      moved,
    )
    for (const [year, last] of lastOfYear)
      await client.query(
        `insert into ledger.counter (tenant_id, year, last) values ($1, $2, $3)
         on conflict (tenant_id, year) do update set last = excluded.last`,
        [tenantId, year, last],
      )
  })
  for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`)
}
