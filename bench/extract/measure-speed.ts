import { readdirSync, statSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { annotateFile } from './read-text.ts'

/**
 * Megabytes of UTF-8 read into statements in a second on one core: the median of three runs after a warm one. Processor
 * time stands beside the clock, because other work on the machine slows only the latter.
 */
export function measureSpeed(folder: string): string {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name))
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0)
  const run = () => {
    const cpu = process.cpuUsage()
    const started = performance.now()
    for (const path of files) annotateFile(path, {})
    const { user, system } = process.cpuUsage(cpu)
    return { wallMs: performance.now() - started, cpuMs: (user + system) / 1000 }
  }
  run()
  const runs = [run(), run(), run()]
  const speed = bytes / 1000 / median(runs.map(({ wallMs }) => wallMs))
  const ofCpu = bytes / 1000 / median(runs.map(({ cpuMs }) => cpuMs))
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`
  return `${files.length} work reports, ${(bytes / 1e6).toFixed(2)} MB: ${speed.toFixed(2)} MB/s by the clock, ${ofCpu.toFixed(2)} MB/s of processor time, one core (${Math.max(speed, ofCpu) >= 1 ? 'ok' : 'short of 1'}); ${machine}`
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
