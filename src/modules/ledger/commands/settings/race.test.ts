import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { loadClockFacts } from '../../clock-facts.ts'
import { getItem } from '../../queries/get-item.ts'
import { getSettings } from '../../queries/get-settings.ts'
import { turnsOf } from '../../rules/item-clock.ts'
import { eachRunningBatch, type RunningItem } from '../../store/running-items.ts'
import { newItem } from '../../testing.ts'
import { correctItem } from '../correct-item.ts'
import { createItem } from '../create-item.ts'
import { closeItem } from '../steps/close-item.ts'
import { anotherPerson, takenUp } from '../steps/testing.ts'
import { saveSettings } from './save-settings.ts'

const ITEMS = 12

let city: TestCity
const ids: string[] = []
beforeAll(async () => {
  city = await openTestCity()
  for (let n = 0; n < ITEMS; n++) {
    const days = { startOn: '2024-01-01', dueOn: `2024-04-${10 + n}` }
    const item = newItem({ title: `停车位之${n}`, leadUnitId: city.unitId('yunbo'), ...days })
    ids.push((await createItem(city.as('officer'), item)).id)
  }
})
afterAll(() => city.close())

async function putInForce(key: string) {
  const officer = city.as('officer')
  const { settings, version } = await getSettings(officer)
  await saveSettings(officer, { version, settings: { ...settings, lightRuleSet: key } })
}

test('items that are entered and corrected while the rules change turn by the rules that stand then', async () => {
  const officer = city.as('officer')
  for (const [round, key] of ['yinchuan-2025', 'suqian', 'default', 'sanming', 'suqian'].entries()) {
    const edits = ids.map(async (id, at) => {
      const { version } = await getItem(officer, id)
      await correctItem(officer, id, { version, startOn: `2024-01-${10 + round + at}` })
    })
    const entered = createItem(
      officer,
      newItem({ title: `新事项之${round}`, leadUnitId: null, startOn: '2024-01-01', dueOn: '2024-04-12' }),
    )
    await Promise.all([...edits.slice(0, ITEMS / 2), entered, putInForce(key), ...edits.slice(ITEMS / 2)])
    const { running, facts } = await officer.transaction(async (tx) => ({
      running: await all(eachRunningBatch(tx)),
      facts: await loadClockFacts(officer, tx),
    }))
    expect(facts.rules.key).toBe(key)
    expect(running.length).toBe(ITEMS + round + 1)
    for (const item of running) expect(item, item.number).toMatchObject(turnsOf(item, facts))
  }
})

test('SQL by hand computes days anew of nothing else, and of no closed item', async () => {
  const officer = city.as('officer')
  const [id] = ids as [string]
  const before = await getItem(officer, id)
  const run = (text: string) => officer.transaction((tx) => sql.raw(text).execute(tx))
  const at = '2024-04-10T04:00:00Z'
  await run(`update ledger.item set recounted_at = '${at}', title = '改了', due_on = '2030-01-01',
    blue_from = '2024-01-02' where id = '${id}'`)
  const after = await getItem(officer, id)
  expect([after.title, after.dueOn, after.version]).toEqual([before.title, before.dueOn, before.version])

  const { id: closedId } = await takenUp(city, { dueOn: '2024-06-30', startOn: '2024-01-01' })
  const verified = { method: 'material', thirdParty: '', findings: '属实', recheckAfterDays: null } as const
  await closeItem(anotherPerson(officer, 'verifier'), closedId, verified)
  const closed = run(`update ledger.item set recounted_at = '${at}' where id = '${closedId}'`)
  await expect(closed).rejects.toThrow('its clock has ended')
})

async function all(batches: AsyncGenerator<RunningItem[]>): Promise<RunningItem[]> {
  const found: RunningItem[] = []
  for await (const batch of batches) found.push(...batch)
  return found
}
