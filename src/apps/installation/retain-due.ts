import { mkdir } from 'node:fs/promises'
import { systemClock } from '../../kernel/clock.ts'
import { oneAtATime } from '../../platform/database/index.ts'
import {
  makePartitions,
  type PlannedPartition,
  planRetention,
  type Retention,
  retirePartition,
} from '../../platform/partitions/index.ts'
import type { Installation } from './open-installation.ts'

/** What is due; with the archive file that it went into, or with what holds it back. */
export type Left = PlannedPartition & { file?: string }

interface RetainDue {
  readonly retention: Retention
  /** Of the archive files. */
  readonly folder: string
  /** False changes nothing. */
  readonly apply: boolean
}

/** Plans what is older than it is kept and, where asked, archives and drops it, a partition at a time. */
export async function retainDue(
  { database, asSystem }: Pick<Installation, 'database' | 'asSystem'>,
  { retention, folder, apply }: RetainDue,
): Promise<Left[]> {
  // The machine's: partitions leave by the day that it is, whatever a test walks through.
  const clock = systemClock()
  if (!apply) return planRetention({ database, clock, retention, asSystem })
  const archiveDue = async () => {
    // Rows that stand in a default partition belong into theirs first.
    await makePartitions(database, clock)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const left: Left[] = []
    for (const partition of await planRetention({ database, clock, retention, asSystem })) {
      const isHeld = Object.keys(partition.held).length > 0
      const retiring = { database, clock, folder, asSystem }
      left.push(isHeld ? partition : { ...partition, file: await retirePartition(partition, retiring) })
    }
    return left
  }
  // A worker at night and a person at the command line: the second finds what the first has left.
  return oneAtATime(database, archiveDue, 'retention')
}
