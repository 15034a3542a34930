import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'

export interface Recorded {
  sql: string
  /** The file that sent it, as far as it can be told. */
  at: string
  /** Of the first time, as JSON has them. */
  parameters: readonly unknown[]
}

const seen = new Set<string>()
const DEEP = 60

/**
 * Notes each different statement that a tenant's transaction sends during the tests, into a file of the run; they are
 * held against Citus's rules when all tests are done (`check-recorded.ts`), so that the parser runs once.
 */
export function recordStatements(runFolder: string): (sql: string, parameters: readonly unknown[]) => void {
  const file = join(runFolder, `${STATEMENTS}${process.pid}-${threadId}.jsonl`)
  return (sql, parameters) => {
    if (seen.has(sql)) return
    seen.add(sql)
    const recorded: Recorded = { sql, at: sender(), parameters: parameters.map(short) }
    appendFileSync(file, `${JSON.stringify(recorded)}\n`)
  }
}

/** Files and large arrays say nothing about where a statement goes. */
const short = (value: unknown) => (Buffer.isBuffer(value) ? '' : value)

export const STATEMENTS = 'statements-'

function sender(): string {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = DEEP
  const { stack = '' } = new Error()
  Error.stackTraceLimit = limit
  const frames = stack.split('\n').filter((line) => /\/(src|bench|e2e)\//.test(line) && !PASSED_BY.test(line))
  return /(?:src|bench|e2e)\/[^:)]+:\d+/.exec(frames[0] ?? '')?.[0] ?? ''
}

/** Frames through which every statement goes. */
const PASSED_BY = /node_modules|src\/platform\/(?:testing\/citus|database)\/(?!.*\.test\.ts)/
