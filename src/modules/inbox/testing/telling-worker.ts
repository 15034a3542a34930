import { modules } from '../../../apps/modules.ts'
import { systemClock } from '../../../kernel/clock.ts'
import type { Database } from '../../../platform/database/index.ts'
import { startWorker, type Worker } from '../../../platform/jobs/index.ts'
import type { Module } from '../../../platform/module.ts'
import { tellOverdue } from '../testing.ts'

/** A room whose one job tells an account and then does what the test wants. */
export function tellingRoom(accountId: string, andThen: () => Promise<void>): Module {
  const tell = async (ctx: Parameters<typeof tellOverdue>[0]) => {
    await tellOverdue(ctx, [accountId])
    await andThen()
  }
  return { name: 'room', layer: 'records', dependsOn: [], jobs: { 'room.tell': tell } }
}

/** A worker of all rooms and that one, which takes over from dead ones at once. */
export function startTellingWorker(database: Database, room: Module): Worker {
  const logger = { error() {}, warn() {} }
  return startWorker({
    database,
    modules: [...modules, room],
    clock: systemClock(),
    logger,
    deadAfterMs: 200,
  })
}
