import { createContext, Script } from 'node:vm'
import type { FoundExpression } from './collect.ts'
import { pumpsOf } from './pumps.ts'

const SHORT = 2000
/** A straight walk over so short a text takes some hundredths of a millisecond. */
const SUSPICIOUS_MS = 1
/** A reading ends after 20 s in a thread of its own; of 50,000 signs alike no single expression may take a fifth of it. */
const TOO_SLOW_MS = 4000
/** Twice the text: twice the time is a straight walk, four times a walk from every sign on. */
const TOO_STEEP = 2.8

const script = new Script('work()')

/**
 * How the expression grows on runs of its own signs: undefined when a text of `length` signs takes it no more than 4 s,
 * else on which run it does not. The least of several times is taken, because some machines count a thread's own time in
 * ticks of milliseconds; growth is measured twice, at 2,000 to 4,000 and at 4,000 to 8,000 signs, and drawn out to the
 * length. What hangs all the same is ended by the clock and named.
 */
export function whySlow(
  { source, flags }: FoundExpression,
  { length = 50_000, limitMs = 20_000 }: { length?: number | undefined; limitMs?: number } = {},
): string | undefined {
  const expression = new RegExp(source, flags.replace(/[gy]/g, ''))
  let current = ''
  const slowness = (pump: string): string | undefined => {
    const ms = (signs: number, times: number) => best(expression, textOf(pump, signs), times)
    const short = ms(SHORT, 1)
    if (short < SUSPICIOUS_MS || ms(SHORT, 3) < SUSPICIOUS_MS) return undefined
    // No longer text is ever given to it.
    if (length <= SHORT)
      return short < TOO_SLOW_MS
        ? undefined
        : `${JSON.stringify(pump)} × n: ${Math.round(short)} ms for ${SHORT} signs`
    const twice = ms(SHORT * 2, 3)
    const growth = Math.min(twice / ms(SHORT, 3), TOO_STEEP * 4)
    if (growth < TOO_STEEP) return undefined
    const drawnOutBy = (steepness: number) => twice * steepness ** Math.log2(length / (SHORT * 2))
    // The smaller of two growths: a machine that was busy for a moment is no growth.
    const again = Math.min(growth, ms(SHORT * 4, 2) / twice)
    const drawnOut = drawnOutBy(again)
    if (again < TOO_STEEP || drawnOut < TOO_SLOW_MS) return undefined
    return `${JSON.stringify(pump)} × n: ${again.toFixed(1)} times as long for twice as many, ${Math.round(drawnOut)} ms for ${length} signs`
  }
  const work = (): string | undefined => {
    for (const pump of pumpsOf(source)) {
      current = pump
      const why = slowness(pump)
      if (why) return why
    }
    return undefined
  }
  try {
    return script.runInContext(createContext({ work }), { timeout: limitMs }) as string | undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return `${JSON.stringify(current)} × n: hangs`
  }
}

const textOf = (pump: string, length: number) => `${pump.repeat(Math.ceil(length / pump.length))}\u0001`

/** The least milliseconds of several times: what a busy machine adds is not in it. */
function best(expression: RegExp, text: string, times: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time++) {
    const before = performance.now()
    expression.test(text)
    least = Math.min(least, performance.now() - before)
  }
  return least
}
