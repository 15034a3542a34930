import Fastify from 'fastify'
import type { Settings } from '../../src/apps/installation/settings.ts'
import { roundRobin } from '../../src/apps/server/testing/round-robin.ts'
import { askAll, signIn } from '../ledger/ask.ts'
import { capture } from '../ledger/capture.ts'
import type { Figures } from '../ledger/figures.ts'
import { PGBENCH, runBare } from '../ledger/run-bare.ts'
import { startServer } from '../ledger/start-server.ts'
import { writerOf } from '../ledger/writer.ts'
import type { Person } from './make-people.ts'
import { readQuestions } from './read-questions.ts'
import type { World } from './reads.ts'

const CLIENTS = [1, 16]

export interface BareRow {
  readonly name: string
  /** By number of clients, without a pause between requests. */
  readonly figures: readonly Figures[]
}

/** A route that does nothing but answer as many bytes as a page of the ledger, asked straight and through the proxy. */
export async function bareRoute(seconds: number, bytes: number): Promise<BareRow[]> {
  const app = Fastify()
  const body = { items: 'x'.repeat(bytes) }
  app.get('/api/ready', () => ({ ready: true }))
  app.get('/bare', () => body)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const proxy = await roundRobin([address])
  const measure = async (name: string, of: string): Promise<BareRow> => {
    const question = { path: '/bare', asker: { address: of, headers: {} } }
    const figures: Figures[] = []
    for (const clients of CLIENTS) figures.push(await askAll([question], { clients, seconds }))
    return { name, figures }
  }
  const rows = [
    await measure('bare Fastify route', address),
    await measure('the same through the proxy', proxy.address),
  ]
  await proxy.close()
  await app.close()
  return rows
}

interface BareSql {
  readonly settings: Settings
  readonly people: readonly Person[]
  readonly world: World
  readonly seconds: number
}

/**
 * The main reads of the mix asked of one process without a pause, and the statements that they send to PostgreSQL after a
 * write (nothing kept holds) without the product.
 */
export async function bareSql({
  settings,
  people,
  world,
  seconds,
}: BareSql): Promise<{ rows: BareRow[]; told: string }> {
  await using cleanup = new AsyncDisposableStack()
  const server = await startServer(settings, cleanup)
  const of = (desk: Person['desk']) => people.find((person) => person.desk === desk)!
  const [officer, liaison] = await Promise.all(
    [of('officer'), of('liaison')].map(({ username, password }) =>
      signIn(server.address, username, password),
    ),
  )
  const write = await writerOf(officer!)
  const rows: BareRow[] = []
  for (const [name, questions] of Object.entries(
    readQuestions({ officer: officer!, liaison: liaison!, world }),
  )) {
    const { first } = await capture(server, questions, write)
    const sent = first.filter((script) => script.length > 0)
    if (sent.length === 0) continue
    const figures: Figures[] = []
    for (const clients of CLIENTS)
      figures.push(await runBare(sent, { url: server.databaseUrl, clients, seconds }))
    rows.push({ name, figures })
  }
  return { rows, told: `bare SQL by ${PGBENCH ?? 'the driver in this process'}` }
}
