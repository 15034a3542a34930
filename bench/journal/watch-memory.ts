/**
 * Runs `work` and looks at this process while it runs: seconds by the clock, seconds of processor time (other work on
 * the machine slows only the former), megabytes at most.
 */
export async function watchMemory<T>(
  work: () => Promise<T>,
): Promise<{ result: T; seconds: number; cpuSeconds: number; peakMb: number }> {
  let peak = process.memoryUsage().rss
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const started = performance.now()
  const cpu = process.cpuUsage()
  try {
    const result = await work()
    const { user, system } = process.cpuUsage(cpu)
    const seconds = (performance.now() - started) / 1000
    return { result, seconds, cpuSeconds: (user + system) / 1e6, peakMb: peak / 2 ** 20 }
  } finally {
    clearInterval(timer)
  }
}
