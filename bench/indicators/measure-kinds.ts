import { ask, askAll } from '../ledger/ask.ts'
import type { Figures } from '../ledger/figures.ts'
import type { Duck } from './duck.ts'
import type { Kind } from './questions.ts'
import type { Flags } from './read-flags.ts'

interface Measuring {
  readonly kinds: readonly Kind[]
  readonly duck: Duck
  readonly flags: Flags
  readonly say: (...lines: string[]) => void
}

/** Every kind of question: once cold, then by so many clients, then DuckDB by as many. */
export async function measureKinds({ kinds, duck, flags, say }: Measuring): Promise<void> {
  say(
    'ms, p50 / p95 / per second. "first": one question that nobody asked before. Of the tables and pages 2,000 different ones',
  )
  say(
    'are asked in turn, more than answers are kept, so that each is computed from the columns in memory.',
    '',
  )
  const heads = flags.clients.flatMap((clients) => [
    `HTTP ${clients}`,
    `DuckDB ${clients}`,
    `p95 HTTP ÷ DuckDB ${clients}`,
  ])
  say(row(['question', 'first', ...heads, 'kB an answer']))
  say(row(['---', ...['first', ...heads, 'kB'].map(() => '---:')]))
  for (const { name, questions, statements } of kinds) {
    const started = performance.now()
    const text = await ask(questions[0]!)
    const first = performance.now() - started
    await duck.rows(statements[0]!)
    const cells: string[] = []
    for (const clients of flags.clients) {
      const running = { clients, seconds: flags.seconds }
      const http = await askAll(questions, running)
      const other = await duck.run(statements, running)
      cells.push(told(http), told(other), (http.p95 / other.p95).toFixed(2))
    }
    say(row([name, ms(first), ...cells, (text.length / 1000).toFixed(0)]))
  }
  say('')
}

const told = ({ p50, p95, perSecond }: Figures) => `${ms(p50)} / ${ms(p95)} / ${perSecond.toFixed(0)}`
const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
