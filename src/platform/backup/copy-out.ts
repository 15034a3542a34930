import type { Socket } from 'node:net'
import type pg from 'pg'

export interface CopiedChunk {
  /** Whole rows, never a part of one. */
  bytes: Buffer
  rows: number
}

/** Large enough that an entry's header is nothing, small enough to be held many times over. */
const CHUNK_BYTES = 1024 * 1024

/**
 * Runs `copy … to stdout` and hands over its rows in chunks. While the reader is busy with one the connection is
 * paused, so that a table larger than the memory passes through.
 */
export async function* copyOut(client: pg.Client, statement: string): AsyncGenerator<CopiedChunk> {
  const ready: CopiedChunk[] = []
  let parts: Buffer[] = []
  let size = 0
  let isOver = false
  let failure: unknown
  let socket: Socket | undefined
  let wake = () => {}

  function cut(): void {
    if (parts.length > 0) ready.push({ bytes: Buffer.concat(parts), rows: parts.length })
    parts = []
    size = 0
    wake()
  }
  function end(error?: unknown): void {
    failure = error
    isOver = true
    cut()
  }

  const submittable = {
    submit(connection: pg.Connection) {
      socket = connection.stream as Socket
      connection.query(statement)
    },
    // One message for each row, the protocol says (PostgreSQL, Message Flow, COPY Operations).
    handleCopyData({ chunk }: { chunk: Buffer }) {
      parts.push(Buffer.from(chunk))
      size += chunk.length
      if (size < CHUNK_BYTES) return
      cut()
      socket?.pause()
    },
    handleCommandComplete() {},
    handleReadyForQuery: () => end(),
    handleError: (error: unknown) => end(error),
  }
  client.query(submittable)
  for (;;) {
    const next = ready.shift()
    if (next) yield next
    else if (isOver) break
    else {
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      socket?.resume()
      await woken
    }
  }
  if (failure !== undefined) throw failure
}
