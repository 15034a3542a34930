import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../ledger/seed/random.ts'
import type { Person } from './make-people.ts'
import mix from './mix.json' with { type: 'json' }
import { READS, type World } from './reads.ts'
import type { Samples } from './samples.ts'
import { signIn, type User } from './user.ts'
import { WRITES } from './writes.ts'

/** People come in over so long, as on a morning, and not all in one second. */
const ARRIVE_WITHIN_MS = 60_000
const WARM_UP_MS = 20_000

interface Driving {
  readonly address: string
  readonly people: readonly Person[]
  readonly samples: Samples
  readonly think: number
}

/** All of them signed in at the address. */
export async function signInAll({ address, people, samples }: Driving): Promise<User[]> {
  const all = people.map(async (person, at) => {
    await sleep((at * ARRIVE_WITHIN_MS) / people.length)
    const from = `10.${Math.floor(at / 250)}.0.${1 + (at % 250)}`
    return signIn({ person, from, address, random: seededRandom(1000 + at), samples })
  })
  return Promise.all(all)
}

/**
 * A closed model: each user asks, waits for the answer, thinks (exponential, at most five times the mean), and asks again.
 * What is measured begins once all have been at work for a while.
 */
export async function drive(
  users: readonly User[],
  world: World,
  { samples, think, minutes }: { samples: Samples; think: number; minutes: number },
  eachMinute: (minute: number) => void,
): Promise<number> {
  await Promise.all(users.map((user) => lookRound(user, world)))
  const stop = new AbortController()
  const working = users.map((user) => work(user, world, { think, signal: stop.signal }))
  await sleep(WARM_UP_MS)
  samples.isMeasuring = true
  const began = performance.now()
  eachMinute(0)
  for (let minute = 1; minute <= Math.ceil(minutes); minute++) {
    await sleep(Math.min(minute, minutes) * 60_000 - (performance.now() - began))
    eachMinute(minute)
  }
  samples.isMeasuring = false
  const seconds = (performance.now() - began) / 1000
  stop.abort()
  await Promise.all(working)
  return seconds
}

async function work(
  user: User,
  world: World,
  { think, signal }: { think: number; signal: AbortSignal },
): Promise<void> {
  const { random, person } = user
  const weights = Object.entries<number>(mix[person.desk])
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0)
  await sleep(random.next() * think * 1000)
  while (!signal.aborted) {
    const name = pick(weights, random.next() * whole)
    await (READS[name] ?? WRITES[name]!)(user, world)
    const pause = Math.min(5, -Math.log(1 - random.next())) * think * 1000
    await sleep(pause, undefined, { signal }).catch(() => {})
  }
}

function pick(weights: readonly (readonly [string, number])[], at: number): string {
  let left = at
  for (const [name, weight] of weights) {
    left -= weight
    if (left < 0) return name
  }
  return weights[0]![0]
}

/** What somebody finds at the beginning: what is theirs to work on. Liaisons of one unit share its items out. */
async function lookRound(user: User, world: World): Promise<void> {
  const { person, seen, random } = user
  const list = async (asked: Record<string, string>) => {
    const search = new URLSearchParams({ pageSize: '100', ...asked })
    const { json } = await user.ask({ kind: 'list', path: `/api/items?${search}` })
    return (json.items ?? []).map(({ id }) => id)
  }
  await sleep(random.next() * ARRIVE_WITHIN_MS)
  const { share, unitId, index } = person
  const mine = (ids: string[]) => ids.filter((_, at) => at % share.of === share.at)
  if (person.desk === 'liaison') {
    seen.toReport = mine(await list({ leadUnitId: unitId!, state: 'in-progress', sort: 'createdAt' }))
    seen.toSign = mine(await list({ leadUnitId: unitId!, state: 'dispatched', sort: 'createdAt' }))
  }
  if (person.desk === 'officer') {
    const leadUnitId = world.unitIds[index % world.unitIds.length]!
    seen.toReport = await list({ leadUnitId, state: 'in-progress' })
    seen.toCorrect = await list({ state: 'draft', page: String(1 + index) })
  }
}
