import pg from 'pg'

const BATCH = 4000

/** Reads every column of every row with the bare driver, in the order and the portions of the verification, and does nothing with it. */
export async function readBare(url: string, tenantId: string, entries: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let read = 0
    for (let after = 0; after < entries; after += BATCH) {
      const text = 'select * from journal.entry where tenant_id = $1 and seq > $2 and seq <= $3 order by seq'
      const { rows } = await client.query({
        text,
        values: [tenantId, after, after + BATCH],
        rowMode: 'array',
      })
      read += rows.length
    }
    return read
  } finally {
    await client.end()
  }
}

/** `select count(*)`, the least that reading all rows can cost. */
export async function countBare(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query('select count(*)::int as entries from journal.entry')
    return rows[0].entries
  } finally {
    await client.end()
  }
}
