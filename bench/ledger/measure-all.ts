import { setTimeout as sleep } from 'node:timers/promises'
import { ask, askAll } from './ask.ts'
import { type Captured, capture } from './capture.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { Kind } from './questions.ts'
import type { Flags } from './read-flags.ts'
import { runBare } from './run-bare.ts'
import type { RunningServer } from './start-server.ts'

interface Measuring {
  readonly server: RunningServer
  readonly kinds: readonly Kind[]
  readonly write: () => Promise<void>
  readonly flags: Flags
  readonly say: (...lines: string[]) => void
}

/** Bare SQL is run with so many clients. */
const BARE_CLIENTS = [1, 16]
const GOAL_CLIENTS = 16
const AFTER_WRITES = 5

/** Every kind of question: many clients, the first after a write, and many clients while somebody writes. */
export async function measureAll(measuring: Measuring): Promise<void> {
  const { server, kinds, write, flags, say } = measuring
  const { seconds } = flags
  say('## Nothing is written meanwhile', '')
  say(
    'ms. "SQL": the statements of such a request without the product; "first" all of them, as after a write, "next" those',
  )
  say(
    'that are still needed when answers are kept until the next write. What finds out who asks is left out of both.',
    '',
  )
  const heads = flags.clients.map((clients) => `HTTP ${clients}: p50 / p95 / per s`)
  const bare = BARE_CLIENTS.flatMap((clients) => [
    `SQL first ${clients}: p50 / p95`,
    `SQL next ${clients}: p50 / p95`,
  ])
  say(
    header([
      'question',
      ...heads,
      ...bare,
      `p95 at ${GOAL_CLIENTS}: HTTP ÷ SQL first`,
      'statements first, next',
    ]),
  )
  const captured = new Map<Kind, Captured>()
  for (const kind of kinds) {
    const scripts = await capture(server, kind.questions, write)
    captured.set(kind, scripts)
    const http = new Map<number, Figures>()
    for (const clients of flags.clients) http.set(clients, await askAll(kind.questions, { clients, seconds }))
    const sql: Figures[] = []
    for (const clients of BARE_CLIENTS) {
      const running = { url: server.databaseUrl, clients, seconds }
      sql.push(await runBare(scripts.first, running), await runBare(scripts.next, running))
    }
    const ratio = (http.get(GOAL_CLIENTS)?.p95 ?? Number.NaN) / sql[2]!.p95
    const length = (all: Captured['first']) => all.map((script) => script.length).join(' ')
    say(
      row([
        kind.name,
        ...[...http.values()].map(
          ({ p50, p95, perSecond }) => `${ms(p50)} / ${ms(p95)} / ${perSecond.toFixed(0)}`,
        ),
        ...sql.map(({ p50, p95 }) => `${ms(p50)} / ${ms(p95)}`),
        ratio.toFixed(2),
        `${length(scripts.first)}, ${length(scripts.next)}`,
      ]),
    )
  }
  await measureAfterWrites(measuring, captured)
  await measureWhileWriting(measuring)
}

/** One client asks right after a write: nothing kept holds any more. */
async function measureAfterWrites(
  { server, kinds, write, flags, say }: Measuring,
  captured: Map<Kind, Captured>,
) {
  say(
    '',
    '## The first to ask after a write',
    '',
    header(['question', 'HTTP p50 / most', 'SQL p50 / p95', 'p50: HTTP ÷ SQL']),
  )
  for (const kind of kinds) {
    const times: number[] = []
    for (let turn = 0; turn < Math.max(AFTER_WRITES, kind.questions.length); turn++) {
      await write()
      const started = performance.now()
      await ask(kind.questions[turn % kind.questions.length]!)
      times.push(performance.now() - started)
    }
    const { p50 } = figuresOf(times, 1)
    const running = { url: server.databaseUrl, clients: 1, seconds: Math.min(3, flags.seconds) }
    const sql = await runBare(captured.get(kind)!.first, running)
    say(
      row([
        kind.name,
        `${ms(p50)} / ${ms(Math.max(...times))}`,
        `${ms(sql.p50)} / ${ms(sql.p95)}`,
        (p50 / sql.p50).toFixed(2),
      ]),
    )
  }
}

/** Sixteen clients ask while the office writes once a second. */
async function measureWhileWriting({ kinds, write, flags, say }: Measuring) {
  say(
    '',
    `## ${GOAL_CLIENTS} clients while one write a second is made`,
    '',
    header(['question', 'HTTP p50 / p95 / per s']),
  )
  for (const kind of kinds) {
    const stop = new AbortController()
    const writing = writeEverySecond(write, stop.signal)
    const { p50, p95, perSecond } = await askAll(kind.questions, {
      clients: GOAL_CLIENTS,
      seconds: flags.seconds,
    })
    stop.abort()
    await writing
    say(row([kind.name, `${ms(p50)} / ${ms(p95)} / ${perSecond.toFixed(0)}`]))
  }
}

async function writeEverySecond(write: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await write()
    await sleep(1000, undefined, { signal }).catch(() => {})
  }
}

const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const header = (cells: readonly string[]) =>
  `${row(cells)}\n${row(cells.map((_, at) => (at === 0 ? '---' : '---:')))}`
