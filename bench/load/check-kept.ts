import pg from 'pg'

interface Entry {
  readonly action: string
  readonly subject: string
  readonly detail: Detail
}

interface Detail {
  readonly done?: string
  readonly title?: string
  readonly text?: string
  readonly noteId?: string
  readonly after?: { readonly remark?: string }
  readonly readings?: readonly { indicator: string; after: string }[]
}

/** What each kind of entry leaves, in the words of the writes. */
const TRACES: Readonly<Record<string, (entry: Entry) => readonly string[]>> = {
  'ledger.progress-reported': ({ detail }) => [`done ${detail.done}`],
  'ledger.item-signed': ({ subject }) => [`signed ${subject}`],
  'ledger.item-created': ({ detail }) => [`title ${detail.title}`],
  'ledger.item-reviewed': ({ subject }) => [`reviewed ${subject}`],
  'ledger.item-dispatched': ({ subject }) => [`dispatched ${subject}`],
  'ledger.item-pressed': ({ detail }) => [`text ${detail.text}`],
  'ledger.item-corrected': ({ detail }) => [`remark ${detail.after?.remark}`],
  'reviews.note-taken': ({ detail }) => [`note ${detail.noteId}`],
  'indicators.readings-reported': ({ detail }) =>
    (detail.readings ?? []).map((each) => `reading ${each.indicator} ${each.after}`),
}

export interface Kept {
  readonly acknowledged: number
  readonly missing: readonly string[]
  readonly twice: readonly string[]
}

export async function journalLength(url: string): Promise<number> {
  return one(url, async (client) => {
    const { rows } = await client.query<{ seq: number }>('select max(seq)::float8 as seq from journal.head')
    return rows[0]!.seq
  })
}

/** Looks for every acknowledged write in what the journal was given since, and for messages in the inbox; each must be there once. */
export function checkKept(url: string, acknowledged: readonly string[], since: number): Promise<Kept> {
  return one(url, async (client) => {
    const found = new Map<string, number>()
    const add = (trace: string) => found.set(trace, (found.get(trace) ?? 0) + 1)
    const { rows } = await client.query<Entry>(
      'select action, subject_id as subject, detail from journal.entry where seq > $1',
      [since],
    )
    for (const entry of rows) for (const trace of TRACES[entry.action]?.(entry) ?? []) add(trace)
    const read = acknowledged.flatMap((trace) => (trace.startsWith('read ') ? [trace.slice(5)] : []))
    const messages = await client.query<{ id: string }>(
      'select id from inbox.message where id = any($1) and read_at is not null',
      [read],
    )
    for (const { id } of messages.rows) add(`read ${id}`)
    return {
      acknowledged: acknowledged.length,
      missing: acknowledged.filter((trace) => !found.has(trace)),
      twice: acknowledged.filter((trace) => (found.get(trace) ?? 0) > 1),
    }
  })
}

async function one<Found>(url: string, ask: (client: pg.Client) => Promise<Found>): Promise<Found> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}
