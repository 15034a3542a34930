import type { Context } from '../../src/kernel/context.ts'
import { createAccount, listAccounts } from '../../src/modules/identity/index.ts'
import { listUnits } from '../../src/modules/units/index.ts'

export const DESKS = ['officer', 'liaison', 'leader', 'statistician'] as const
export type Desk = (typeof DESKS)[number]

export interface Person {
  readonly username: string
  readonly password: string
  readonly desk: Desk
  /** Among those of the same desk. */
  readonly index: number
  readonly unitId: string | null
  /** How many liaisons the unit has, and which of them this is. */
  readonly share: { readonly of: number; readonly at: number }
}

/** Of ten people one is an officer of the office, one a leader or a statistician, eight are liaisons of units. */
const TEN = [
  'officer',
  'liaison',
  'liaison',
  'liaison',
  'liaison',
  'leader',
  'liaison',
  'liaison',
  'liaison',
  'liaison',
] as const satisfies readonly Desk[]

/** The city's people, made once: they sign in with a name and a password as anybody does. */
export async function makePeople(ctx: Context, { count }: { count: number }): Promise<Person[]> {
  const present = new Set((await listAccounts(ctx)).map(({ username }) => username))
  const { units } = await listUnits(ctx, {})
  const city = units.find(({ kind }) => kind === 'city')?.id ?? null
  const others = units.filter(({ kind }) => kind !== 'city').map(({ id }) => id)
  const desks = Array.from({ length: count }, (_, at): Desk => {
    const desk = TEN[at % TEN.length]!
    return desk === 'leader' && at % 20 > 10 ? 'statistician' : desk
  })
  const liaisons = desks.filter((desk) => desk === 'liaison').length
  const met: Record<Desk, number> = { officer: 0, liaison: 0, leader: 0, statistician: 0 }
  const people = desks.map((desk): Person => {
    const index = met[desk]++
    const place = index % others.length
    const unitId = desk === 'liaison' ? others[place]! : desk === 'leader' ? city : null
    const of = Math.ceil((liaisons - place) / others.length)
    const share = desk === 'liaison' ? { of, at: Math.floor(index / others.length) } : { of: 1, at: 0 }
    return { username: `load-${desk}-${index}`, password: PASSWORD, desk, index, unitId, share }
  })
  for (const { username, desk, unitId } of people.filter((person) => !present.has(person.username))) {
    const name = `load ${username}`
    await createAccount(ctx, { username, name, password: PASSWORD, roles: [desk], unitId })
  }
  return people
}

/** Of a scratch city on this machine. */
const PASSWORD = 'a long sentence for a city under load 7'
