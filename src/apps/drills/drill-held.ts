import { countDispatched, makeItems } from './drill-dispatch.ts'
import { countRows, prepareSheet, startSheet, untilState } from './drill-import.ts'
import { ask, signInAs } from './drill-session.ts'
import { withClient } from './hold-against.ts'
import { withJournalHeld } from './hold-journal.ts'
import { prepareTable, type Table, tableIn, untilPublished } from './indicator-table.ts'
import type { ServedCity } from './served-city.ts'

interface HeldDrill {
  items: number
  rows: number
  periods: number
  /** Also of the indicator. */
  name: string
}

interface Middle {
  /** Of the bulk: dispatched ones with one journal step and one notice each, and none besides. */
  dispatched: number
  steps: number
  messages: number
  published: Table
  /** Rows that the ledger's import has entered. */
  entered: { stored: number; distinct: number }
}

interface Held {
  /** When the server was killed. */
  middle: Middle
  /** When it has gone on by itself, and the bulk was sent again. */
  end: Middle
  /** Values that the table has. */
  values: number
}

/**
 * Kills the server when a bulk dispatch has done some of its items, an import of indicators has written its whole vintage
 * and one of the ledger all its rows, each at its last step before a commit, and starts it again.
 */
export async function drillHeld(city: ServedCity, { items, rows, periods, name }: HeldDrill): Promise<Held> {
  const statistician = await signInAs('statistician', city.address, city.dataFolder)
  const ids = await makeItems(city, items, name)
  const table = await prepareTable(city.address, statistician, { name, periods })
  const sheet = await prepareSheet(city, { rows, name: `${name}row` })
  const url = city.databaseUrl()
  const look = async (): Promise<Middle> => {
    const { stored, ...counted } = await countDispatched(city.databaseUrl(), name)
    const published = await tableIn(city.databaseUrl(), name)
    const entered = await countRows(city.databaseUrl(), `${name}row`)
    return { dispatched: stored, ...counted, published, entered }
  }
  const dispatchAll = () =>
    ask<{ done: string[] }>(city.address, city.officer, {
      path: '/api/items/bulk/dispatch',
      body: { ids, note: '' },
    })

  const cut = dispatchAll().catch(() => undefined)
  const isUnderWay = async () => (await countDispatched(url, name)).stored >= 2
  await withJournalHeld(url, { once: isUnderWay }, async (untilWaiting) => {
    await ask(city.address, statistician, {
      path: `/api/indicator-sheets/${table.id}/start`,
      body: { source: name },
    })
    await startSheet(city, sheet)
    await untilWaiting(3)
    await city.kill()
  })
  if (await cut) throw new Error('The bulk was answered: nothing was cut off')
  // Whoever waited finds that nobody is there any more, and rolls back.
  await withClient(url, async (client) => {
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database() and state like '%transaction%'`)
  })
  const middle = await look()
  await city.start()
  await untilPublished(city.address, statistician, table.id)
  await untilState(city, sheet, 'done')
  await dispatchAll()
  return { middle, end: await look(), values: table.values }
}
