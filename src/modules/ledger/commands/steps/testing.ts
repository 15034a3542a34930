import { createHash } from 'node:crypto'
import type { Context } from '../../../../kernel/context.ts'
import type { TestCity } from '../../../../platform/testing/index.ts'
import type { CreateItem, Item } from '../../schema.ts'
import { newItem } from '../../testing.ts'
import { createItem } from '../create-item.ts'
import { addLink } from '../evidence/add-evidence.ts'
import { dispatchItem } from './dispatch-item.ts'
import { reportCompletion } from './report-completion.ts'
import { reviewItem } from './review-item.ts'
import { signItem } from './sign-item.ts'
import { takeUpItem } from './take-up-item.ts'

/** Another person of the same role and unit: `cityActor` gives one person to each role. */
export function anotherPerson(ctx: Context, name: string): Context {
  const userId = `00000000-0000-7000-8000-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`
  return { ...ctx, actor: { ...ctx.actor, userId, name } }
}

export const report = (fields: object = {}) => ({
  done: '已完成全部工程',
  next: '',
  problems: '',
  support: '',
  evidenceIds: [],
  ...fields,
})

/** An item led by 云泊 unless given, with a deadline, dispatched on the city's day. */
export async function dispatched(city: TestCity, fields: Partial<CreateItem> = {}): Promise<Item> {
  const officer = city.as('officer')
  const given = {
    title: '建设停车位五百个',
    leadUnitId: city.unitId('yunbo'),
    dueOn: '2024-06-30',
    ...fields,
  }
  const { id } = await createItem(officer, newItem(given))
  await reviewItem(officer, id, {})
  return dispatchItem(officer, id, { duties: [], note: '' })
}

export async function signed(city: TestCity, fields: Partial<CreateItem> = {}): Promise<Item> {
  const { id } = await dispatched(city, fields)
  return signItem(city.as('liaison', { unit: 'yunbo' }), id, {})
}

/** Reported complete by the liaison of its lead, with a link as evidence. */
export async function reported(city: TestCity, fields: Partial<CreateItem> = {}): Promise<Item> {
  const { id } = await signed(city, fields)
  const liaison = city.as('liaison', { unit: 'yunbo' })
  await addLink(liaison, id, { url: 'https://yunbo.example/parking', note: '' })
  return reportCompletion(liaison, id, report())
}

export async function takenUp(city: TestCity, fields: Partial<CreateItem> = {}): Promise<Item> {
  const { id } = await reported(city, fields)
  return takeUpItem(city.as('officer'), id, {})
}
