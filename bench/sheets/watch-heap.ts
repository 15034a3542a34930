const EVERY_MS = 100
const PARTS = 8

export interface Watched<T> {
  readonly result: T
  readonly seconds: number
  readonly cpuSeconds: number
  /** Resident megabytes of the process, its threads included: at most, and at most in each eighth of the time. */
  readonly peakMb: number
  readonly partsMb: readonly number[]
}

/** Runs `work` and looks at this process while it runs: does memory stay flat, or does it grow with the rows? */
export async function watchHeap<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const seen: number[] = [process.memoryUsage().rss]
  const timer = setInterval(() => seen.push(process.memoryUsage().rss), EVERY_MS)
  const started = performance.now()
  const cpu = process.cpuUsage()
  try {
    const result = await work()
    const { user, system } = process.cpuUsage(cpu)
    const mb = (values: readonly number[]) => Math.round(Math.max(...values) / 2 ** 20)
    const size = Math.ceil(seen.length / PARTS)
    const parts = Array.from({ length: PARTS }, (_, at) => seen.slice(at * size, (at + 1) * size))
    return {
      result,
      seconds: (performance.now() - started) / 1000,
      cpuSeconds: (user + system) / 1e6,
      peakMb: mb(seen),
      partsMb: parts.filter((part) => part.length > 0).map(mb),
    }
  } finally {
    clearInterval(timer)
  }
}
