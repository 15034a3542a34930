import type pg from 'pg'

/** `PGCOPY\n\377\r\n\0`, before the first row of a binary copy (PostgreSQL, COPY, File Formats). */
const SIGNATURE = 'PGCOPY'
const HEADER_BEFORE_EXTENSION = 15

/** The columns of one row as they came, good only until the call returns. */
export type RowBytes = readonly Buffer[]

/**
 * Runs `copy (select …) to stdout (format binary)` and hands over each row without making strings or objects of it: for
 * millions of rows that are only hashed or passed on. Nulls come as empty. When `take` throws, the rest is let pass.
 */
export function copyRows(client: pg.Client, statement: string, take: (row: RowBytes) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: unknown
    const submittable = {
      submit: (connection: pg.Connection) => connection.query(statement),
      // One message for each row, the protocol says (PostgreSQL, Message Flow, COPY Operations).
      handleCopyData({ chunk }: { chunk: Buffer }) {
        if (failure !== undefined) return
        try {
          const row = parseRow(chunk)
          if (row) take(row)
        } catch (error) {
          failure = error
        }
      },
      handleCommandComplete() {},
      handleReadyForQuery: () => (failure === undefined ? resolve() : reject(failure)),
      handleError: reject,
    }
    client.query(submittable)
  })
}

/** Undefined for the row that ends the copy. */
function parseRow(chunk: Buffer): RowBytes | undefined {
  let at = 0
  if (chunk.length > HEADER_BEFORE_EXTENSION && chunk.toString('latin1', 0, SIGNATURE.length) === SIGNATURE)
    at = HEADER_BEFORE_EXTENSION + 4 + chunk.readUInt32BE(HEADER_BEFORE_EXTENSION)
  if (at >= chunk.length) return undefined
  const columns = chunk.readInt16BE(at)
  if (columns < 0) return undefined
  at += 2
  const row: Buffer[] = []
  for (let column = 0; column < columns; column++) {
    const length = Math.max(0, chunk.readInt32BE(at))
    at += 4
    row.push(chunk.subarray(at, at + length))
    at += length
  }
  return row
}
