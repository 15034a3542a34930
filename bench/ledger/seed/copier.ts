import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

/** What goes into one table: `ledger.duty (tenant_id, …)`, and its lines. */
export interface Load {
  readonly into: string
  readonly lines: readonly string[]
}

/**
 * Loads tables by `copy` from files that the server reads itself: it runs on this machine. One batch is loaded while the
 * next one is being made.
 */
export function createCopier(client: pg.Client, folder: string) {
  let running: Promise<void> = Promise.resolve()
  let count = 0
  return {
    async load(loads: readonly Load[]): Promise<void> {
      await running
      running = copyAll(loads)
      // Whoever comes next, or `end`, hears of a failure.
      running.catch(() => {})
    },
    end: () => running,
  }

  async function copyAll(loads: readonly Load[]): Promise<void> {
    for (const { into, lines } of loads) {
      const file = join(folder, `copy-${count++}.tsv`)
      await writeFile(file, lines.join(''), { mode: 0o644 })
      await chmod(file, 0o644)
      await client.query(`copy ${into} from '${file}'`)
      await rm(file)
    }
  }
}
