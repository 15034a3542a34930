import { once } from 'node:events'
import type { Socket } from 'node:net'
import type pg from 'pg'

/** What `pg` has for a copy into the database, and its types do not name. */
interface CopyConnection {
  readonly stream: Socket
  query(statement: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

export interface CopyIn {
  write(chunk: Buffer): Promise<void>
  /** @throws what the server says of the rows */
  finish(): Promise<void>
}

/** Begins `copy … from stdin`. Until it is finished the connection does nothing else. */
export async function copyIn(client: pg.Client, statement: string): Promise<CopyIn> {
  let begin = () => {}
  let settle: (error?: unknown) => void = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const done = new Promise<void>((resolve, reject) => {
    settle = (error) => (error === undefined ? resolve() : reject(error))
  })
  done.catch(() => {})
  let connection!: CopyConnection
  const submittable = {
    submit(own: unknown) {
      connection = own as CopyConnection
      connection.query(statement)
    },
    handleCopyInResponse: () => begin(),
    handleCommandComplete() {},
    handleReadyForQuery: () => settle(),
    handleError: (error: unknown) => settle(error),
  }
  client.query(submittable as unknown as pg.Submittable)
  await Promise.race([begun, done])
  return {
    async write(chunk) {
      connection.sendCopyFromChunk(chunk)
      if (connection.stream.writableNeedDrain) await Promise.race([once(connection.stream, 'drain'), done])
    },
    async finish() {
      connection.endCopyFrom()
      await done
    },
  }
}
