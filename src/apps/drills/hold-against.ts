import pg from 'pg'
import type { Tally } from './tally.ts'

/** What a drill comes to. */
export interface Outcome {
  acknowledged: number
  stored: number
  /** Acknowledged and not there. */
  lost: string[]
  /** There more than once. */
  doubled: string[]
  /** There without a yes: nobody asked again for what became of it. */
  unasked: string[]
  outageMs: number
}

/** Compares what was said yes to with the items that are in the ledger. */
export async function holdAgainst(url: string, name: string, tally: Tally): Promise<Outcome> {
  const counts = await titlesAt(url, name)
  const titles = [...counts.keys()]
  return {
    acknowledged: tally.acknowledged.size,
    stored: [...counts.values()].reduce((sum, count) => sum + count, 0),
    lost: [...tally.acknowledged].filter((key) => !counts.has(key)),
    doubled: titles.filter((title) => counts.get(title)! > 1),
    unasked: titles.filter((title) => !tally.acknowledged.has(title)),
    outageMs: Math.round(tally.longestGapMs),
  }
}

async function titlesAt(url: string, name: string): Promise<Map<string, number>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ title: string; count: number }>(
      'select title, count(*)::int as count from ledger.item where title like $1 group by title',
      [`${name}-%`],
    )
    return new Map(rows.map(({ title, count }) => [title, count]))
  })
}

/** One look into the database past the application, as its owner. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
