import { randomUUID } from 'node:crypto'
import { addDays } from '../../src/kernel/day.ts'
import { codeOf } from '../indicators/plan.ts'
import { READS, type World } from './reads.ts'
import type { User } from './user.ts'

type Act = (user: User, world: World) => Promise<void>

let count = 0
/** Stands in what is written, so that it can be found again. */
const mark = ({ run }: World) => `${run}-${++count}`

const post = (path: string, body: unknown) => ({ method: 'POST', path, body })

/** The writes: what people do with what they have seen. */
export const WRITES: Readonly<Record<string, Act>> = {
  async progress(user, world) {
    const { seen, random } = user
    if (seen.toReport.length === 0) return READS.list!(user, world)
    const id = seen.toReport[random.below(seen.toReport.length)]!
    const done = `已完成本周工作 ${mark(world)}`
    const body = { done, next: '下周继续推进', problems: '' }
    await user.ask({ kind: 'progress', ...post(`/api/items/${id}/progress`, body), traces: [`done ${done}`] })
  },
  async sign(user, world) {
    const id = user.seen.toSign.pop()
    if (id === undefined) return WRITES.progress!(user, world)
    const { status } = await user.ask({
      kind: 'sign',
      ...post(`/api/items/${id}/sign`, {}),
      traces: [`signed ${id}`],
    })
    if (status === 200) user.seen.toReport.push(id)
  },
  async create(user, world) {
    const { random } = user
    const title = `负载期间新增事项 ${mark(world)}`
    const leadUnitId = world.unitIds[random.below(world.unitIds.length)]!
    const body = { title, leadUnitId, dueOn: addDays(world.today, 30 + random.below(90)), kind: 'task' }
    const { status, json } = await user.ask({
      kind: 'create',
      ...post('/api/items', body),
      traces: [`title ${title}`],
    })
    if (status !== 201) return
    const at = `/api/items/${json.id}`
    await user.ask({ kind: 'confirm', ...post(`${at}/review`, {}), traces: [`reviewed ${json.id}`] })
    await user.ask({ kind: 'dispatch', ...post(`${at}/dispatch`, {}), traces: [`dispatched ${json.id}`] })
  },
  async press(user, world) {
    const { seen, random } = user
    if (seen.toReport.length === 0) return READS.list!(user, world)
    const text = `请抓紧办理 ${mark(world)}`
    const id = seen.toReport[random.below(seen.toReport.length)]!
    await user.ask({
      kind: 'press',
      ...post(`/api/items/${id}/press`, { kind: 'press', text }),
      traces: [`text ${text}`],
    })
  },
  async correct(user, world) {
    const { seen, random } = user
    if (seen.toCorrect.length === 0) return READS.list!(user, world)
    const id = seen.toCorrect[random.below(seen.toCorrect.length)]!
    const { json } = await user.ask({ kind: 'item', path: `/api/items/${id}` })
    const remark = `核对 ${mark(world)}`
    const body = { version: json.version, remark }
    await user.ask({
      kind: 'correct',
      method: 'PATCH',
      path: `/api/items/${id}`,
      body,
      traces: [`remark ${remark}`],
    })
  },
  async note(user, { reviewId, speakerIds, run }) {
    const id = randomUUID()
    const body = {
      id,
      kind: 'note',
      unitId: speakerIds[user.random.below(speakerIds.length)],
      text: `会上记录 ${run}`,
    }
    await user.ask({
      kind: 'note',
      ...post(`/api/reviews/cycles/${reviewId}/notes`, body),
      traces: [`note ${id}`],
    })
  },
  async enterReading(user, world) {
    const { person } = user
    // Nobody else enters the same one.
    const code = codeOf(1 + person.index + (person.desk === 'statistician' ? 1000 : 0))
    const units = person.unitId === null ? [...world.numbers.values()] : [world.numbers.get(person.unitId)!]
    const unit = units[person.index % units.length]!
    const period = world.months.at(-1)!.text
    const path = `/api/readings?${new URLSearchParams({ period, indicators: code })}`
    const { json } = await user.ask({ kind: 'readings', path })
    const before = json.readings?.find((each) => each.unit === unit)
    // As the journal writes it: without a zero at the end.
    const value = String(Number((100_000 + ++count / 100).toFixed(2)))
    const entry = { indicator: code, unit, value, version: before?.version ?? 0, isConfirmed: true }
    const body = { period, entries: [entry] }
    await user.ask({
      kind: 'enter reading',
      method: 'PUT',
      path: '/api/readings',
      body,
      traces: [`reading ${code} ${value}`],
    })
  },
  async markRead(user, world) {
    const ids = user.seen.unread.splice(0, 5)
    if (ids.length === 0) return READS.inbox!(user, world)
    const traces = ids.map((id) => `read ${id}`)
    await user.ask({ kind: 'mark read', ...post('/api/inbox/read', { ids }), traces })
  },
}
