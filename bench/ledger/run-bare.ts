import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Figures, figuresOf } from './figures.ts'
import type { Statement } from './statement.ts'

/** What one request sends to the database. */
export type Script = readonly Statement[]

interface Running {
  readonly url: string
  readonly clients: number
  readonly seconds: number
}

const INSTALLED = '/usr/lib/postgresql'

/** PostgreSQL's own load tool, when it is installed; it speaks as psql does. */
export const PGBENCH = [
  '/usr/bin',
  ...(existsSync(INSTALLED) ? readdirSync(INSTALLED).map((each) => `${INSTALLED}/${each}/bin`) : []),
]
  .map((folder) => join(folder, 'pgbench'))
  .find(existsSync)

/** The statements of requests without the product: the same text, role, scope and values, one script after another. */
export function runBare(scripts: readonly Script[], running: Running): Promise<Figures> {
  return PGBENCH ? Promise.resolve(runPgbench(PGBENCH, scripts, running)) : runDriver(scripts, running)
}

function runPgbench(
  program: string,
  scripts: readonly Script[],
  { url, clients, seconds }: Running,
): Figures {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-bare-'))
  try {
    const files = scripts.flatMap((script, at) => {
      const file = join(folder, `${at}.sql`)
      writeFileSync(file, script.map((statement) => `${literal(statement)};\n`).join(''))
      return ['-f', file]
    })
    const threads = String(Math.min(clients, 2))
    const args = ['-n', '-M', 'simple', '-c', String(clients), '-j', threads, '-T', String(seconds), '-l']
    const all = [...args, `--log-prefix=${join(folder, 'log')}`, ...files, url]
    const { status, stderr } = spawnSync(program, all, { encoding: 'utf8', cwd: folder })
    if (status !== 0) throw new Error(`pgbench ended with ${status}: ${stderr.slice(-2000)}`)
    const lines = readdirSync(folder)
      .filter((name) => name.startsWith('log'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    return figuresOf(
      lines.map((line) => Number(line.split(' ')[2]) / 1000),
      seconds,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runDriver(scripts: readonly Script[], { url, clients, seconds }: Running): Promise<Figures> {
  const times: number[] = []
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      while (performance.now() < started + seconds * 1000) {
        const script = scripts[next++ % scripts.length]!
        const before = performance.now()
        for (const { text, values } of script) await client.query(text, [...values])
        times.push(performance.now() - before)
      }
      await client.end()
    }),
  )
  return figuresOf(times, (performance.now() - started) / 1000)
}

/** A statement with its values in it, on one line. */
export function literal({ text, values }: Statement): string {
  return text
    .replace(/\$(\d+)/g, (_, number) => literalOf(values[Number(number) - 1]))
    .replace(/\s*\n\s*/g, ' ')
    .replace(/;\s*$/, '')
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value))
    return pg.escapeLiteral(`{${value.map((each) => JSON.stringify(each)).join(',')}}`)
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}
