import type { Register } from '../../units/index.ts'
import type { Extraction } from './extraction.ts'
import { ExtractionPool, type PoolOptions } from './extraction-pool.ts'
import type { IntakeLimits } from './limits.ts'

const usual: PoolOptions = { size: 2, timeoutMs: 20_000, memoryMb: 512 }

/** Workers by what they may use: one pool serves the process, a test with other limits gets its own. */
const pools = new Map<string, ExtractionPool>()

export interface ExtractInWorkerOptions {
  readonly fileName: string | null
  /** `2024-01`: what relative words are resolved against, when a person says it. */
  readonly date?: string
  readonly register?: Register
  /** Also a text that is no report. */
  readonly isAnyText?: boolean
  readonly limits?: Partial<IntakeLimits & Pick<PoolOptions, 'timeoutMs' | 'memoryMb'>>
}

/**
 * Reads a document, or a pasted text, off the main thread: the event loop stays free, and what is too slow or too
 * large is ended. The answer is plain data and the same for the same input.
 * Throws the refusals of `readDocument`, `reports.no-meeting`, `reports.extraction-too-slow`,
 * `reports.extraction-out-of-memory`.
 */
export function extractInWorker(
  source: Uint8Array | string,
  options: ExtractInWorkerOptions,
): Promise<Extraction> {
  const { timeoutMs = usual.timeoutMs, memoryMb = usual.memoryMb, ...limits } = options.limits ?? {}
  const key = `${timeoutMs}/${memoryMb}`
  const pool = pools.get(key) ?? new ExtractionPool({ size: usual.size, timeoutMs, memoryMb })
  pools.set(key, pool)
  const { fileName, date, register, isAnyText } = options
  return pool.run({ source, fileName, date, register, limits, isAnyText })
}

/** Ends the idle workers, when a process or a test is done with documents. */
export async function closeExtractionWorkers(): Promise<void> {
  await Promise.all([...pools.values()].map((pool) => pool.close()))
}
