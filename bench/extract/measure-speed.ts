import { readdirSync, statSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { annotateFile } from './read-text.ts'

/** Megabytes of UTF-8 read into statements in a second on one core: the median of three runs after a warm one. */
export function measureSpeed(folder: string): string {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name))
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0)
  const run = () => {
    const started = performance.now()
    for (const path of files) annotateFile(path, {})
    return performance.now() - started
  }
  run()
  const times = [run(), run(), run()].sort((a, b) => a - b)
  const speed = bytes / 1e6 / (times[1]! / 1000)
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`
  return `${files.length} work reports, ${(bytes / 1e6).toFixed(2)} MB: ${speed.toFixed(2)} MB/s on one core (${speed >= 1 ? 'ok' : 'short of 1'}); ${machine}`
}
