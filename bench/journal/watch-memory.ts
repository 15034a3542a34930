/** Runs `work` and looks at this process's memory while it runs; seconds by the clock, megabytes at most. */
export async function watchMemory<T>(
  work: () => Promise<T>,
): Promise<{ result: T; seconds: number; peakMb: number }> {
  let peak = process.memoryUsage().rss
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const started = performance.now()
  try {
    const result = await work()
    return { result, seconds: (performance.now() - started) / 1000, peakMb: peak / 2 ** 20 }
  } finally {
    clearInterval(timer)
  }
}
