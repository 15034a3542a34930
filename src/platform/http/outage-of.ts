import { isAway } from '../database/index.ts'

/** What stands in the way of every request of its kind, whoever asks. */
export type Outage = 'database-away' | 'disk-full'

/** PostgreSQL's disk_full, then what our own files meet. */
const FULL = ['53100', 'ENOSPC', 'EDQUOT']

/** Which outage an error tells of, if it does: then it is nobody's mistake, and trying later helps. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '' } = error as { code?: string }
  if (FULL.includes(code)) return 'disk-full'
  return isAway(error) ? 'database-away' : undefined
}
