import { Agent } from 'node:http'
import { ask, askAll, type Question } from '../ledger/ask.ts'
import { type Figures, figuresOf } from '../ledger/figures.ts'
import type { Duck } from './duck.ts'
import type { Kind } from './questions.ts'
import type { Flags } from './read-flags.ts'

interface Measuring {
  readonly kinds: readonly Kind[]
  readonly duck: Duck
  readonly flags: Flags
  readonly say: (...lines: string[]) => void
}

const COLD_CLIENTS = 16

/** Every kind of question: each once by a server that has just started, then by so many clients, and DuckDB by as many. */
export async function measureKinds({ kinds, duck, flags, say }: Measuring): Promise<void> {
  say(
    'ms, p50 / p95 / per second. "each once": all questions of the kind in turn by 16 clients, by a server that has not read',
  )
  say(
    'any of it yet. After that the columns are in its memory. Of tables and pages there are 2,000 different questions, more',
  )
  say('than answers are kept, so that nearly each is computed when it is asked.', '')
  const heads = flags.clients.flatMap((clients) => [
    `HTTP ${clients}`,
    `DuckDB ${clients}`,
    `p95 HTTP ÷ DuckDB ${clients}`,
  ])
  say(row(['question', 'first', 'each once, HTTP 16', ...heads, 'kB an answer']))
  say(row(['---', ...['first', 'once', ...heads, 'kB'].map(() => '---:')]))
  for (const { name, questions, statements } of kinds) {
    const started = performance.now()
    const text = await ask(questions[0]!)
    const first = performance.now() - started
    const cold = await askEachOnce(questions)
    await duck.rows(statements[0]!)
    const cells: string[] = []
    for (const clients of flags.clients) {
      const running = { clients, seconds: flags.seconds }
      const http = await askAll(questions, running)
      const other = await duck.run(statements, running)
      cells.push(told(http), told(other), (http.p95 / other.p95).toFixed(2))
    }
    say(row([name, ms(first), told(cold), ...cells, (text.length / 1000).toFixed(0)]))
  }
  say('')
}

async function askEachOnce(questions: readonly Question[]): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: COLD_CLIENTS })
  const times: number[] = []
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: COLD_CLIENTS }, async () => {
      while (next < questions.length) {
        const question = questions[next++]!
        const before = performance.now()
        await ask(question, agent)
        times.push(performance.now() - before)
      }
    }),
  )
  agent.destroy()
  return figuresOf(times, (performance.now() - started) / 1000)
}

const told = ({ p50, p95, perSecond }: Figures) => `${ms(p50)} / ${ms(p95)} / ${perSecond.toFixed(0)}`
const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
