import type { Database } from '../../platform/database/index.ts'

const MB = 1024 * 1024

interface ReplicasFinding {
  check: 'replicas'
  state: 'ok' | 'failed' | 'skipped'
  details: Readonly<Record<string, string | number>>
}

/** Whether each replica follows this database closely enough to be read from. */
export async function replicas({ database: { standbys } }: { database: Database }): Promise<ReplicasFinding> {
  if (!standbys) return { check: 'replicas', state: 'skipped', details: {} }
  await standbys.look()
  const limit = standbys.maxLagMs / 1000
  const states = standbys.state().standbys
  const bad = states.flatMap(({ isUp, lagSeconds }, index) =>
    isUp && lagSeconds !== undefined && lagSeconds <= limit ? [] : [index + 1],
  )
  const bytes = Math.max(...states.map(({ lagBytes }) => lagBytes ?? 0))
  const details = {
    count: states.length,
    megabytes: (bytes / MB).toFixed(1),
    reason: bad.join(', '),
    limit,
  }
  return { check: 'replicas', state: bad.length === 0 ? 'ok' : 'failed', details }
}
