import { setTimeout as sleep } from 'node:timers/promises'
import { CodedError } from '../../../kernel/errors.ts'
import { type Launched, type LaunchOptions, launch } from './launch.ts'
import type { Notice } from './notice.ts'

const FIRST_PAUSE_MS = 250
/** A full disk is looked at again this often. */
const LONGEST_PAUSE_MS = 5000

/**
 * Starts the server, and starts it again on the same port whenever it ends without being told to: killed by the kernel
 * for memory, by a hand, by a disk that was full. PostgreSQL recovers what it has acknowledged from its log; who asks
 * meanwhile is refused. Tries until `stop`.
 */
export async function keepLaunched(
  options: LaunchOptions & { notice: Notice },
): Promise<Pick<Launched, 'url' | 'stop'> & { pid(): number }> {
  const stopping = new AbortController()
  const { signal } = stopping
  let server = await launch(options)
  const { url, port } = server

  async function startAgain(): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        server = await launch({ ...options, port })
        options.notice('platform.server-back', { pid: server.pid })
        return
      } catch (error) {
        options.notice('platform.server-stays-away', { reason: reasonOf(error) })
        await sleep(pauseMs, undefined, { signal }).catch(() => {})
      }
    }
  }

  async function watch(): Promise<void> {
    for (;;) {
      await server.ended
      if (signal.aborted) return
      options.notice('platform.server-fell', { pid: server.pid })
      await startAgain()
    }
  }

  const watching = watch()
  return {
    url,
    pid: () => server.pid,
    async stop() {
      stopping.abort()
      await server.stop()
      await watching
      // One that came back while it was told to stop.
      await server.stop()
    },
  }
}

function reasonOf(error: unknown): string {
  const told = error instanceof CodedError ? error.details.reason : undefined
  return (
    String(told ?? error)
      .split('\n')
      .at(-1) ?? ''
  )
}
