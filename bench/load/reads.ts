import { addDays } from '../../src/kernel/day.ts'
import { COHORT, codeOf, type Month, PAGE } from '../indicators/plan.ts'
import type { User } from './user.ts'

/** What the acts of everybody may name. */
export interface World {
  readonly today: string
  readonly months: readonly Month[]
  readonly indicators: number
  /** Keys of the measured units, and the number of each register unit's. */
  readonly keys: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
  readonly unitIds: readonly string[]
  /** The review whose notes are written. */
  readonly reviewId: string
  readonly speakerIds: readonly string[]
  /** Different in each run: what is written in one is told from what was written in another. */
  readonly run: string
}

type Act = (user: User, world: World) => Promise<void>

const WORDS = ['集体经济', '养老 整改', '碉楼', '项目', '河道', '学校']
const query = (of: Record<string, string>) => new URLSearchParams(of).toString()

/** One of the indicators that a person looks at: mostly those of the first pages. */
const anyCode = ({ random }: User, { indicators }: World) =>
  codeOf(1 + random.below(random.chance(0.8) ? Math.min(400, indicators) : indicators))
const anyMonth = ({ random }: User, { months }: World) => months[months.length - 1 - random.below(6)]!

/** The reads: what the screens ask the server for. */
export const READS: Readonly<Record<string, Act>> = {
  async list(user, world) {
    const { person, random, seen } = user
    const month = { dueFrom: world.today, dueTo: addDays(world.today, 30) }
    const own: Record<string, string>[] =
      person.desk === 'liaison'
        ? [{}, { isOpen: 'true', sort: 'dueOn' }, { light: 'yellow' }]
        : [
            { light: 'red', sort: 'dueOn' },
            { leadUnitId: world.unitIds[random.below(40)]!, state: 'in-progress' },
            { ...month, sort: 'dueOn' },
            { page: String(1 + random.below(4)) },
          ]
    const { json } = await user.ask({
      kind: 'list',
      path: `/api/items?${query(own[random.below(own.length)]!)}`,
    })
    for (const { id } of json.items ?? []) seen.ids.push(id)
    seen.ids.splice(0, Math.max(0, seen.ids.length - 100))
  },
  async item(user, world) {
    const { seen, random } = user
    if (seen.ids.length === 0) return READS.list!(user, world)
    const id = seen.ids[random.below(seen.ids.length)]!
    await user.ask({ kind: 'item', path: `/api/items/${id}` })
    await user.ask({ kind: 'story', path: `/api/items/${id}/story` })
  },
  async desk(user) {
    const of = user.person.desk === 'liaison' ? 'unit' : 'office'
    await user.ask({ kind: 'desk', path: `/api/desk?for=${of}` })
  },
  async search(user) {
    const q = WORDS[user.random.below(WORDS.length)]!
    await user.ask({ kind: 'search', path: `/api/items?${query({ q })}` })
  },
  async statistics(user) {
    await user.ask({ kind: 'statistics', path: '/api/items/statistics?by=unit' })
  },
  async home(user) {
    await user.ask({ kind: 'home', path: '/api/home' })
  },
  async inbox(user) {
    const { json } = await user.ask({ kind: 'inbox', path: '/api/inbox?show=unread' })
    user.seen.unread = (json.messages ?? []).map(({ id }) => id)
  },
  async table(user, world) {
    const asked = query({
      period: anyMonth(user, world).text,
      cohort: user.random.chance(0.7) ? COHORT : 'city-wide',
    })
    await user.ask({ kind: 'league table', path: `/api/indicators/${anyCode(user, world)}/table?${asked}` })
  },
  async series(user, world) {
    await user.ask({
      kind: 'series',
      path: `/api/indicators/${anyCode(user, world)}/series?cohort=${COHORT}`,
    })
  },
  async unitPage(user, world) {
    const { random } = user
    const key = world.keys[random.below(world.keys.length)]!
    const tag = `page-${random.below(Math.ceil(world.indicators / PAGE))}`
    const asked = query({ cohort: COHORT, tag, pageSize: '50' })
    await user.ask({ kind: 'unit page', path: `/api/measured-units/${key}/page?${asked}` })
  },
  async pace(user, world) {
    const months = world.months.filter(({ year }) => year === world.months.at(-1)!.year)
    const { text, year } = months[user.random.below(months.length)]!
    const asked = query({ period: String(year), cohort: COHORT, on: `${text}-28` })
    await user.ask({ kind: 'pace board', path: `/api/pace?${asked}` })
  },
  async review(user, { reviewId, speakerIds }) {
    const { random } = user
    const paths = [
      '/api/reviews/cycles',
      `/api/reviews/cycles/${reviewId}`,
      `/api/reviews/cycles/${reviewId}/book`,
      `/api/reviews/cycles/${reviewId}/sheets/${speakerIds[random.below(speakerIds.length)]}`,
    ]
    await user.ask({ kind: 'review', path: paths[random.below(paths.length)]! })
  },
  async readings(user, world) {
    const asked = query({
      period: anyMonth(user, world).text,
      indicators: anyCode(user, world),
      cohort: COHORT,
    })
    await user.ask({ kind: 'readings', path: `/api/readings?${asked}` })
  },
}
