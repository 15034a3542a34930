import type { LogEvent } from 'kysely'

export interface SlowQueries {
  /** What takes less is not told. */
  thresholdMs: number
  tell(query: { sql: string; ms: number; hasFailed: boolean; requestId?: string | undefined }): void
}

const LONGEST = 1000

/** Tells the statement without the values: parameters are left out, and what stands in quotes or as a number is hidden. */
export function slowQueryLog(
  { thresholdMs, tell }: SlowQueries,
  requestId: () => string | undefined,
): (event: LogEvent) => void {
  return ({ level, query, queryDurationMillis: ms }) => {
    if (ms < thresholdMs) return
    tell({
      sql: withoutValues(query.sql),
      ms: Math.round(ms),
      hasFailed: level === 'error',
      requestId: requestId(),
    })
  }
}

export function withoutValues(statement: string): string {
  return statement
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/(?<![\w$"])\d+(?:\.\d+)?\b/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
}
