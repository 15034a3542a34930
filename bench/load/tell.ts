import type { Sample } from './samples.ts'
import type { Reading } from './watch-processes.ts'

const ms = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 1 : 0))
export const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
export const header = (cells: readonly string[]) =>
  `${row(cells)}\n${row(cells.map((_, at) => (at === 0 ? '---' : '---:')))}`

function percentiles(samples: readonly Sample[]): string {
  const sorted = samples.map((sample) => sample.ms).sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return [at(0.5), at(0.95), at(0.99)].map(ms).join(' / ')
}

const isBad = ({ status }: Sample) => status < 200 || status >= 300

/** One line for each kind of request, by number of web processes: how many, p50 / p95 / p99, errors. */
export function tellKinds(runs: ReadonlyMap<number, readonly Sample[]>): string[] {
  const all = [...runs.values()].flat()
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort()
  const line = (name: string, of: (sample: Sample) => boolean) => {
    const cells = [...runs.values()].flatMap((samples) => {
      const chosen = samples.filter(of)
      return [String(chosen.length), percentiles(chosen), String(chosen.filter(isBad).length)]
    })
    return row([name, ...cells])
  }
  const heads = [...runs.keys()].flatMap((count) => [`${count} web: n`, 'p50 / p95 / p99', 'errors'])
  return [
    header(['request, ms', ...heads]),
    line('**all**', () => true),
    line('**reads**', ({ isWrite }) => !isWrite),
    line('**writes**', ({ isWrite }) => isWrite),
    ...kinds.map((kind) => line(kind, (sample) => sample.kind === kind)),
  ]
}

/** Memory each minute, and the share of a core that each process used on the whole. */
export function tellProcesses(readings: readonly Reading[], seconds: number): string[] {
  const names = Object.keys(readings[0]?.rss ?? {})
  const [first, last] = [readings[0]!, readings.at(-1)!]
  const third = readings[Math.floor(readings.length / 3)]!
  return [
    header(['process', 'RSS MB, each minute', 'last third against its start', 'cores used']),
    ...names.map((name) => {
      const grown = last.rss[name]! - third.rss[name]!
      const word = Math.abs(grown) <= Math.max(20, third.rss[name]! * 0.05) ? 'flat' : 'not flat'
      return row([
        name,
        readings.map(({ rss }) => rss[name]!.toFixed(0)).join(' '),
        `${grown >= 0 ? '+' : ''}${grown.toFixed(0)} MB, ${word}`,
        name in last.cpu ? ((last.cpu[name]! - first.cpu[name]!) / seconds).toFixed(2) : '',
      ])
    }),
  ]
}
