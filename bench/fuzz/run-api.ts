import fc from 'fast-check'
import { type ApiCase, apiCases, type OpenApi } from './api-cases.ts'
import { answerChecker } from './check-answer.ts'
import { changedTables, digestOf } from './digest.ts'
import type { Attacked, FuzzCity } from './fuzz-city.ts'
import { furnish, People, whoMay } from './people.ts'
import { Pools } from './pools.ts'
import { type Answer, send } from './send.ts'
import type { Tally } from './tally.ts'

export interface ApiRun {
  city: FuzzCity
  attacked: Attacked
  tally: Tally
  seed: number
  cases: number
  /** Sent before the generated ones. */
  kept: readonly ApiCase[]
  /** Of so many cases one is sent alone, and the city compared after it when it was refused. */
  compareEvery: number
  limitMs: number
}

const TOGETHER = 8
const BATCH = 64
/** Refusals of these may be journalled: who tried to sign in or to prove himself, and failed. */
const PROVES_ITSELF = /^\/api\/(session|account|accounts|account-changes|calendar)\b/

/** Sends the cases and holds every answer against the document, the limit and the city before it. */
export async function runApi(run: ApiRun): Promise<void> {
  const { city, attacked, tally, seed, cases, kept, compareEvery } = run
  const pools = new Pools()
  const people = new People(city)
  await furnish(city, { people, pools })
  const document = (await (await fetch(`${attacked.address}/api/openapi.json`)).json()) as OpenApi
  const check = answerChecker(document)
  const all = apiCases(document, await whoMay(city))

  async function ask(one: ApiCase): Promise<Answer | undefined> {
    const headers = { 'x-forwarded-for': addressOf(tally.cases), ...(await people.headersOf(one.as)) }
    const what = `${one.method} ${one.path}${one.query && `?${one.query}`} as ${one.as}`.slice(0, 160)
    try {
      const once = () => send(one, { address: attacked.address, pools, headers, limitMs: run.limitMs })
      const [answer] = await Promise.all(one.isTwice ? [once(), once()] : [once()])
      const { status, ms } = answer!
      tally.count(`${status}`, ms, what)
      const wrong = check(one, answer!)
      if (wrong)
        tally.fault(
          `${what} (${one.trick}) ${wrong}\n${attacked.unexpected().join('\n')}`,
          filled(one, pools),
        )
      // A second factor that a case has asked of everybody would end every later case at the door.
      if (answer!.body.includes('kernel.duty-first')) people.forget(one.as)
      if (status === 401 && one.as !== 'nobody' && one.headers.cookie === undefined) people.forget(one.as)
      if (status === 200 && one.trick === 'none' && String(answer!.headers['content-type']).includes('json'))
        pools.take(one.route, JSON.parse(answer!.body.toString('utf8')))
      return answer
    } catch (error) {
      tally.count('no answer', run.limitMs, what)
      tally.fault(`${what} (${one.trick}) got no answer: ${(error as Error).message}`, filled(one, pools))
      return undefined
    }
  }

  /** One after the other: a city that a refused request changed was half written. */
  async function compare(ones: readonly ApiCase[]): Promise<void> {
    let before = new Map<string, string>()
    for (const one of ones) {
      // Whoever has to be signed in first writes, too.
      if (!people.isKnown(one.as) || before.size === 0) {
        await people.headersOf(one.as)
        before = await digestOf(city.database)
      }
      const answer = await ask(one)
      const isRefused = answer && answer.status >= 400 && !PROVES_ITSELF.test(one.route)
      const after = await digestOf(city.database)
      const changed = changedTables(before, after)
      before = after
      if (!isRefused) continue
      tally.compared++
      if (changed.length === 0) continue
      tally.halfWrites++
      tally.fault(
        `${one.method} ${one.path} was refused with ${answer.status} and changed ${changed}`,
        filled(one, pools),
      )
    }
  }

  for (const one of kept) await ask(one)
  for (let from = 0, batch = 0; from < cases; from += BATCH, batch++) {
    const some = fc.sample(all, { seed: seed + batch, numRuns: Math.min(BATCH, cases - from) })
    const writes = some.filter(({ method }) => method !== 'GET')
    const alone = writes.slice(0, Math.ceil(BATCH / compareEvery))
    await compare(alone)
    await inTurns(
      some.filter((each) => !alone.includes(each)),
      ask,
    )
  }
}

/** A few at a time, as many people do. */
async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...all]
  const worker = async () => {
    for (let one = left.shift(); one; one = left.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: TOGETHER }, worker))
}

const addressOf = (number: number) => `10.${(number >> 16) & 127}.${(number >> 8) & 255}.${number & 255}`

/** The case as it was sent, so that it can be read; ids of another city are not found, symbols are. */
const filled = (one: ApiCase, pools: Pools) => ({ ...one, sent: pools.fill(one.path, encodeURIComponent) })
