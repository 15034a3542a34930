import { addAccount, type SignedInBrowser, signInOver } from '../../../modules/identity/testing.ts'
import type { TestCity } from '../../../platform/testing/index.ts'

/** Stands in every text that is about the one unit; nothing else says it. */
export const MARK = '密语甲子'

export interface Secrets {
  /** Whatever of the unit has an id: its item, extension, review, line, note, matter. */
  readonly ids: readonly string[]
}

/**
 * Lets the office and the unit's own liaison work on the unit's matters, over HTTP as the screens do: an item with all
 * that hangs on it, a review with lines and notes, readings; every text carries the mark.
 */
export async function writeSecrets(city: TestCity, unit: string): Promise<Secrets> {
  const unitId = city.unitId(unit)
  const officer = await signedIn(city, 'officer', unitId)
  const liaison = await signedIn(city, 'liaison', unitId)
  const statistician = await signedIn(city, 'statistician', null)
  const itemId = await writeItem({ officer, liaison }, unitId)
  const reviewIds = await writeReview(officer, unitId)
  await writeReadings({ statistician, liaison })
  return { ids: [itemId, ...reviewIds] }
}

interface Answer {
  readonly id: string
  readonly version: number
  readonly units: readonly { readonly number: number }[]
}

type Send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: object) => Promise<Answer>

async function signedIn(
  city: TestCity,
  role: 'officer' | 'liaison' | 'statistician',
  unitId: string | null,
): Promise<Send> {
  const app = await city.http()
  const username = `secret-${role}`
  await addAccount(city.asSystem(), { username, role, unitId })
  const { headers }: SignedInBrowser = await signInOver(app, username)
  return async (method, url, payload) => {
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
}

async function writeItem(
  { officer, liaison }: Record<'officer' | 'liaison', Send>,
  unitId: string,
): Promise<string> {
  const { id } = await officer('POST', '/api/items', {
    title: `${MARK}任务`,
    leadUnitId: unitId,
    dueOn: '2024-06-30',
  })
  const at = `/api/items/${id}`
  const version = async () => ({ version: (await officer('GET', at)).version })
  await officer('POST', `${at}/review`, await version())
  await officer('POST', `${at}/dispatch`, { ...(await version()), note: `${MARK}交办` })
  await liaison('POST', `${at}/sign`, await version())
  await liaison('POST', `${at}/progress`, { ...(await version()), progress: 30, done: `${MARK}进展` })
  await liaison('POST', `${at}/links`, { url: 'https://riverport.example/photo', note: `${MARK}佐证` })
  await officer('POST', `${at}/press`, { kind: 'letter', text: `${MARK}督办` })
  await liaison('POST', `${at}/extensions`, {
    ...(await version()),
    toDue: '2024-07-31',
    reason: `${MARK}延期`,
  })
  return id
}

async function writeReview(officer: Send, unitId: string): Promise<string[]> {
  const opened = await officer('POST', '/api/reviews/cycles', {
    period: '2024Q1',
    title: '季度工作会议',
    heldAt: '2024-04-20T01:00:00Z',
  })
  const at = `/api/reviews/cycles/${opened.id}`
  await officer('PUT', `${at}/agenda`, {
    version: opened.version,
    points: [{ kind: 'speech', unitId, minutes: 8 }],
  })
  const line = await officer('POST', `${at}/lines`, { unitId, side: 'shortfall', words: `${MARK}不足` })
  return [opened.id, line.id]
}

async function writeReadings({
  statistician,
  liaison,
}: Record<'statistician' | 'liaison', Send>): Promise<void> {
  await statistician('POST', '/api/indicators', {
    code: 'sales',
    name: '销售额',
    measure: '亿元',
    frequency: 'month',
  })
  const grid = await liaison('GET', '/api/readings?period=2024-03')
  const entry = {
    indicator: 'sales',
    unit: grid.units[0]!.number,
    value: '12',
    version: 0,
    note: `${MARK}说明`,
  }
  await liaison('PUT', '/api/readings', { period: '2024-03', entries: [entry] })
}
