import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { readPack } from '../read-pack.ts'
import type { Register } from '../schema.ts'
import { loadRegister } from '../store/load-register.ts'
import { storeRegister } from './store-register.ts'

const riverport = readPack('riverport').register
let city: TestCity

beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const stored = () => city.asSystem().transaction(loadRegister)
const loads = async () => {
  const { entries } = await city
    .as('auditor')
    .transaction((tx) => listJournal(tx, { page: 1, pageSize: 100 }))
  return entries.filter(({ action }) => action === 'units.register-loaded')
}

describe('A register that is stored', () => {
  it('comes back as the pack wrote it', async () => {
    await storeRegister(city.asSystem(), riverport)
    expect((await stored()).register).toEqual(riverport)
  })

  it('changes nothing when stored again, and keeps its ids', async () => {
    const before = await stored()
    const entries = (await loads()).length
    const counts = await storeRegister(city.asSystem(), riverport)
    expect(counts).toEqual({ added: 0, changed: 0, unchanged: riverport.units.length })
    expect(await stored()).toEqual(before)
    expect(await loads()).toHaveLength(entries)
  })

  it('takes what changed, in another order too, with one entry that tells what was there before', async () => {
    const { ids } = await stored()
    const entries = (await loads()).length
    const renamed = riverport.units.map((unit) =>
      unit.key === 'heting' ? { ...unit, aliases: ['鹤汀', '鹤'], cohorts: unit.cohorts.slice(0, 1) } : unit,
    )
    const town = {
      ...riverport.units[3]!,
      key: 'new-town',
      name: '新汀镇',
      fullName: null,
      code: null,
      aliases: [],
    }
    const next: Register = { ...riverport, units: [town, ...renamed] }
    const counts = await storeRegister(city.asSystem(), next)
    expect(counts).toEqual({ added: 1, changed: 1, unchanged: riverport.units.length - 1 })
    const after = await stored()
    expect(after.register).toEqual(next)
    for (const [key, id] of ids) expect(after.ids.get(key)).toBe(id)
    const now = await loads()
    expect(now).toHaveLength(entries + 1)
    expect(JSON.stringify(now)).toContain('"before":{"key":"heting"')
    await expect(storeRegister(city.asSystem(), riverport)).rejects.toMatchObject({
      code: 'units.left-out',
      details: { keys: 'new-town' },
    })
  })

  it('is refused when it is not sound, and nothing of it is stored', async () => {
    const before = await stored()
    const units = before.register.units.map((unit) => ({
      ...unit,
      parent: 'nowhere',
      name: `${unit.name}二`,
    }))
    await expect(storeRegister(city.asSystem(), { ...riverport, units })).rejects.toMatchObject({
      code: 'units.no-such-unit',
    })
    expect(await stored()).toEqual(before)
  })

  it('is not for any role', async () => {
    for (const role of ['officer', 'liaison', 'leader', 'statistician', 'auditor'] as const)
      await expect(storeRegister(city.as(role), riverport)).rejects.toMatchObject({
        code: 'kernel.forbidden',
      })
  })

  it('may be stored by two at once', async () => {
    const { register } = await stored()
    const units = register.units.map((unit) => ({ ...unit, nameEn: 'both' }))
    const next = { ...register, units }
    const [a, b] = await Promise.all([
      storeRegister(city.asSystem(), next),
      storeRegister(city.asSystem(), next),
    ])
    expect([a.changed, b.changed].toSorted((x, y) => x - y)).toEqual([0, units.length])
  })

  it('cannot lose a unit, not even in SQL', async () => {
    const attempt = city.asSystem().transaction((tx) => sql`delete from units.unit`.execute(tx))
    await expect(attempt).rejects.toThrow(/permission denied/)
  })
})
