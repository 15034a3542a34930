import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'

let city: TestCity
let get: (url: string) => Promise<{ status: number; body: Record<string, unknown> }>

beforeAll(async () => {
  city = await openTestCity()
  const app = await city.http()
  await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('heting') })
  const liaison: SignedInBrowser = await signInOver(app, 'liaison')
  get = async (url) => {
    const response = await app.inject({ url, headers: liaison.headers })
    return { status: response.statusCode, body: response.json() }
  }
})
afterAll(() => city?.close())

describe('GET /api/units', () => {
  it('gives the register of every time, or of a day', async () => {
    const all = await get('/api/units')
    expect(all.status).toBe(200)
    expect(all.body.units).toContainEqual(expect.objectContaining({ key: 'jiujin', aliases: ['旧津'] }))
    const today = await get('/api/units?asOf=2024-04-10')
    expect(today.body.units).not.toContainEqual(expect.objectContaining({ key: 'jiujin' }))
    expect(today.body.cohorts).toHaveLength(4)
  })

  it('refuses a day that does not exist', async () => {
    expect((await get('/api/units?asOf=2024-02-30')).status).toBe(400)
  })
})

describe('GET /api/units/resolve', () => {
  it('says what a name means', async () => {
    const name = encodeURIComponent('云泊新区区委')
    const { status, body } = await get(`/api/units/resolve?name=${name}&asOf=2024-04-10`)
    expect(status).toBe(200)
    expect(body).toEqual({ kind: 'resolved', unitId: city.unitId('yunbo'), via: 'variant' })
  })

  it('leaves visible what it cannot say', async () => {
    const { body } = await get(`/api/units/resolve?name=${encodeURIComponent('旧津区')}`)
    expect(body).toEqual({
      kind: 'unresolved',
      reason: 'not-valid-then',
      candidateIds: [city.unitId('qingdu')],
    })
  })
})

describe('GET /api/units/map', () => {
  it('gives the outlines of the units of the day, and of an earlier one', async () => {
    const today = await get('/api/units/map?asOf=2024-04-10')
    expect(today.status).toBe(200)
    expect(today.body.note).toContain('虚构')
    const ids = (today.body.shapes as { unitId: string }[]).map(({ unitId }) => unitId)
    expect(ids).toContain(city.unitId('weizhou'))
    expect(ids).not.toContain(city.unitId('weizhou-county'))
    const before = await get('/api/units/map?asOf=2020-04-10')
    const names = (before.body.shapes as { name: string }[]).map(({ name }) => name)
    expect(names).toContain('苇洲县')
    expect(names).not.toContain('苇洲区')
  })
})

describe('GET /api/units/:id', () => {
  it('gives one unit, or says that there is none', async () => {
    const found = await get(`/api/units/${city.unitId('tide')}`)
    expect(found.body).toMatchObject({ name: '潮信街道', parentId: city.unitId('wangxi') })
    const missing = await get('/api/units/00000000-0000-7000-8000-000000000009')
    expect(missing.status).toBe(404)
    expect(missing.body).toMatchObject({ code: 'units.not-found' })
    expect(missing.body.detail).toContain('没有编号为')
  })
})
