import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DrillSession } from './drill-session.ts'
import { type DrillAnswer, noteAnswer, type Tally } from './tally.ts'

interface KeepWriting {
  address: string
  session: DrillSession
  tally: Tally
  /** At the same moment. */
  writers: number
  /** Stands before the number of each item. */
  name: string
  /** How much each item says, so that it needs room. */
  contentBytes?: number
}

export interface Writing {
  /** Begins nothing new, sends what is open until it is answered, and settles then. */
  finish(): Promise<void>
}

const SEND_AGAIN_AFTER_MS = 100
const ANSWERS_WITHIN_MS = 15_000
/** Until everything that was begun is answered, once the server should be back. */
const SETTLES_WITHIN_MS = 60_000

/**
 * Makes items one after the other, each under a key of its own, and sends an item that was not said yes to again under
 * the same key, as a browser does, until it is.
 */
export function keepWriting(options: KeepWriting): Writing {
  const { address, session, tally, writers, name, contentBytes = 0 } = options
  let count = 0
  let isOver = false
  let deadline = Number.POSITIVE_INFINITY

  /** The same each time it is sent, and nothing that packs well, in words. */
  function contentOf(key: string): string {
    return createHash('shake256', { outputLength: contentBytes / 2 || 1 })
      .update(key)
      .digest('hex')
      .slice(0, contentBytes)
      .replace(/.{8}/g, '$& ')
  }

  async function send(key: string): Promise<void> {
    const body = JSON.stringify({ title: key, content: contentOf(key), leadUnitId: null })
    const headers = { ...session, 'content-type': 'application/json', 'idempotency-key': key }
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS)
    const answer = await fetch(`${address}/api/items`, { method: 'POST', headers, body, signal })
      .then(async (answer): Promise<DrillAnswer> => {
        const text = await answer.text()
        return { status: answer.status, code: answer.ok ? undefined : codeIn(text) }
      })
      .catch((): DrillAnswer => ({ status: 0 }))
    noteAnswer(tally, key, answer)
    if (!tally.acknowledged.has(key)) await sleep(SEND_AGAIN_AFTER_MS)
  }

  async function write(): Promise<void> {
    while (!isOver) {
      const key = `${name}-${String(count++).padStart(6, '0')}`
      tally.open.add(key)
      while (tally.open.has(key) && performance.now() < deadline) await send(key)
    }
  }

  const all = Promise.all(Array.from({ length: writers }, write))
  return {
    async finish() {
      isOver = true
      deadline = performance.now() + SETTLES_WITHIN_MS
      await all
    },
  }
}

/** A proxy's refusal is no problem+json. */
function codeIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { code?: string }).code
  } catch {
    return undefined
  }
}

/** Waits until so many more were said yes to than now. @throws Error when that takes longer than a minute */
export async function untilMore(tally: Tally, more: number): Promise<void> {
  const wanted = tally.acknowledged.size + more
  const deadline = performance.now() + SETTLES_WITHIN_MS
  while (tally.acknowledged.size < wanted) {
    if (performance.now() > deadline)
      throw new Error(`Nothing more is acknowledged: ${JSON.stringify([...tally.statuses])}`)
    await sleep(20)
  }
}
