import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { modules } from '../../../apps/modules.ts'
import { createContext } from '../../../platform/database/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import type { PlainAccount } from '../../../platform/module.ts'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount } from '../../identity/testing.ts'
import { createItem } from '../commands/create-item.ts'
import { askExtension } from '../commands/extensions/ask-extension.ts'
import { decideExtension } from '../commands/extensions/decide-extension.ts'
import { pressItem } from '../commands/press-item.ts'
import { dispatchItem } from '../commands/steps/dispatch-item.ts'
import { reviewItem } from '../commands/steps/review-item.ts'
import { signItem } from '../commands/steps/sign-item.ts'
import { DispatchItem, type Item } from '../schema.ts'
import { newItem } from '../testing.ts'

let city: TestCity
const people: Record<string, PlainAccount> = {}
beforeAll(async () => {
  city = await openTestCity()
  const system = city.asSystem()
  const heting = city.unitId('heting')
  people.officer = await addAccount(system, { role: 'officer' })
  people.liaison = await addAccount(system, { role: 'liaison', unitId: heting })
  people.leader = await addAccount(system, { username: 'heting-leader', role: 'leader', unitId: heting })
  people.mayor = await addAccount(system, {
    username: 'mayor',
    role: 'leader',
    unitId: city.unitId('riverport'),
  })
})
afterAll(() => city.close())
beforeEach(async () => {
  city.setClock('2024-04-01T02:00:00Z')
  await sql`truncate ledger.item, inbox.message, inbox.mail, inbox.webhook_delivery, graphile_worker._private_jobs cascade`.execute(
    city.database.owner,
  )
})

/** A context of one of the accounts above. */
function as(name: 'officer' | 'liaison' | 'leader') {
  const base = city.as(name, name === 'officer' ? {} : { unit: 'heting' })
  const actor = { ...base.actor, userId: people[name]!.id }
  const { database, tenant, clock } = city
  return createContext({ database, tenantId: tenant.id, clock, locale: 'zh-CN', modules, actor })
}

async function dispatched(dueOn: string): Promise<Item> {
  const officer = as('officer')
  const leadUnitId = city.unitId('heting')
  const { id } = await createItem(officer, newItem({ title: '整治河道', leadUnitId, dueOn }))
  await reviewItem(officer, id, {})
  return dispatchItem(officer, id, DispatchItem.parse({}))
}

/** What the job tells on that day, as `who kind`. */
async function remindedOn(day: string): Promise<string[]> {
  city.setClock(`${day}T02:00:00Z`)
  const before = await told()
  const system = city.asSystem()
  await system.transaction((tx) => enqueue(tx, system, { job: 'ledger.remind' }))
  await drainJobs(city)
  const after = await told()
  for (const line of before) after.splice(after.indexOf(line), 1)
  return after
}

async function told(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`select username || ' ' || kind as line from inbox.message
    join identity.account on account.id = account_id order by 1`.execute(city.database.owner)
  return rows.map(({ line }) => line)
}

describe('A change of an item', () => {
  it('tells those whom it concerns at once, never the one who made it', async () => {
    const item = await dispatched('2024-04-30')
    expect(await told()).toEqual(['liaison ledger.dispatched'])
    await signItem(as('liaison'), item.id, {})
    await pressItem(as('officer'), item.id, { kind: 'press', text: '请加快进度', answerBy: '2024-04-10' })
    await askExtension(as('liaison'), item.id, { toDue: '2024-05-31', reason: '汛期无法施工' })
    expect(await told()).toEqual([
      'heting-leader ledger.extension-asked',
      'heting-leader ledger.pressed-to-answer',
      'liaison ledger.dispatched',
      'liaison ledger.pressed-to-answer',
      'officer ledger.extension-asked',
    ])
  })

  it('tells nobody when it is refused', async () => {
    const item = await dispatched('2024-04-30')
    await expect(
      askExtension(as('liaison'), item.id, { toDue: '2024-04-30', reason: '一样' }),
    ).rejects.toThrow()
    expect(await told()).toEqual(['liaison ledger.dispatched'])
  })
})

describe('The reminders of a day', () => {
  it('come before the deadline, on it, and climb after it; each once, however often the job runs', async () => {
    const item = await dispatched('2024-04-12')
    await signItem(as('liaison'), item.id, {})
    await sql`update ledger.item set report_by = null`.execute(city.database.owner)
    expect(await remindedOn('2024-04-08')).toEqual([])
    expect(await remindedOn('2024-04-09')).toEqual(['liaison ledger.due-soon'])
    expect(await remindedOn('2024-04-09')).toEqual([])
    expect(await remindedOn('2024-04-11')).toEqual([])
    expect(await remindedOn('2024-04-12')).toEqual(['liaison ledger.due-today'])
    expect(await remindedOn('2024-04-13')).toEqual([])
    expect(await remindedOn('2024-04-15')).toEqual(['liaison ledger.overdue'])
    expect(await remindedOn('2024-04-18')).toEqual([])
    expect(await remindedOn('2024-04-19')).toEqual([
      'heting-leader ledger.overdue',
      'liaison ledger.overdue',
      'officer ledger.overdue',
    ])
    expect(await remindedOn('2024-04-26')).toEqual([
      'heting-leader ledger.overdue',
      'mayor ledger.overdue',
      'officer ledger.overdue',
    ])
    expect(await remindedOn('2024-08-01')).toEqual([])
  })

  it('begin anew for a deadline that was extended', async () => {
    const item = await dispatched('2024-04-12')
    await signItem(as('liaison'), item.id, {})
    await sql`update ledger.item set report_by = null`.execute(city.database.owner)
    expect(await remindedOn('2024-04-09')).toEqual(['liaison ledger.due-soon'])
    await askExtension(as('liaison'), item.id, { toDue: '2024-04-19', reason: '汛期无法施工' })
    const { rows } = await sql<{ id: string }>`select id from ledger.extension`.execute(city.database.owner)
    const extensionId = rows[0]!.id
    await decideExtension(as('leader'), item.id, { extensionId, decision: 'approve', note: '' })
    expect(await told()).toContain('liaison ledger.extension-approved')
    expect(await remindedOn('2024-04-12')).toEqual([])
    expect(await remindedOn('2024-04-16')).toEqual(['liaison ledger.due-soon'])
  })

  it('tell the office of what nobody signed for, nobody leads and nobody set a day for', async () => {
    await dispatched('2024-06-28')
    await createItem(as('officer'), newItem({ title: '无人负责的事项' }))
    expect(await remindedOn('2024-04-03')).toEqual([
      'liaison ledger.unsigned',
      'officer ledger.no-deadline',
      'officer ledger.nobody-responsible',
      'officer ledger.unsigned',
    ])
  })

  it('of a unit without anybody go to the nearest unit above that has somebody, at last to the office', async () => {
    const officer = as('officer')
    const { rows } = await sql<{
      id: string
    }>`select id from units.unit where parent_id = ${city.unitId('heting')} limit 1`.execute(
      city.database.owner,
    )
    const below = rows[0]?.id
    const elsewhere = await sql<{ id: string }>`select id from units.unit where key <> 'heting'
      and parent_id = ${city.unitId('riverport')} limit 1`.execute(city.database.owner)
    for (const leadUnitId of [below, elsewhere.rows[0]?.id]) {
      if (leadUnitId === undefined) continue
      const { id } = await createItem(
        officer,
        newItem({ title: '整治河道', leadUnitId, dueOn: '2024-04-12' }),
      )
      await reviewItem(officer, id, {})
      await dispatchItem(officer, id, DispatchItem.parse({}))
    }
    const lines = await remindedOn('2024-04-10')
    expect(lines).toContain('officer ledger.due-soon')
    if (below) expect(lines).toContain('liaison ledger.due-soon')
  })

  it('reach every one of more items than fit into a batch', async () => {
    await dispatched('2024-04-12')
    await sql`alter table ledger.item disable trigger user`.execute(city.database.owner)
    const { rows } = await sql<{
      column: string
    }>`select quote_ident(column_name) as column from information_schema.columns
      where table_schema = 'ledger' and table_name = 'item' and is_generated = 'NEVER'
        and column_name not in ('id', 'sequence')`.execute(city.database.owner)
    const columns = sql.raw(rows.map(({ column }) => column).join(', '))
    await sql`insert into ledger.item (id, sequence, ${columns})
      select gen_random_uuid(), 1000 + n, ${columns} from ledger.item, generate_series(1, 1200) n`.execute(
      city.database.owner,
    )
    await sql`alter table ledger.item enable trigger user`.execute(city.database.owner)
    const lines = await remindedOn('2024-04-10')
    expect(lines.filter((line) => line === 'liaison ledger.due-soon')).toHaveLength(1201)
    expect(await remindedOn('2024-04-10')).toEqual([])
  })
})
