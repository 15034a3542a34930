import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QuarterdeckServer } from '../../../platform/http/index.ts'
import { openSheet, type SheetRow } from '../../../platform/sheets/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../identity/testing.ts'
import { createItem } from '../commands/create-item.ts'
import type { ItemPage } from '../schema.ts'
import { newItem } from '../testing.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let liaison: SignedInBrowser
beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('yunbo') })
  officer = await signInOver(server, 'officer')
  liaison = await signInOver(server, 'liaison')
  const office = city.as('officer')
  const leadUnitId = city.unitId('qingdu')
  for (let at = 1; at <= 60; at++) {
    const title = `建设停车位第${at}批`
    await createItem(office, newItem({ title, leadUnitId: at % 2 ? leadUnitId : null, dueOn: '2024-06-30' }))
  }
  await createItem(office, newItem({ title: '=1+1 不是公式', leadUnitId: city.unitId('yunbo') }))
})
afterAll(() => city.close())

async function exported(query: string, by = officer): Promise<SheetRow[]> {
  const response = await server.inject({ url: `/api/items/export?${query}`, headers: by.headers })
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
  const bytes = new Uint8Array(response.rawPayload)
  const sheet = await openSheet({ source: { bytes }, fileName: 'a.xlsx' })
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) rows.push(row)
  return rows
}

describe('an export', () => {
  it.each(['xlsx', 'csv'])(
    'as %s has what the list shows by the same filter, all pages, in its order',
    async (format) => {
      const query = `leadUnitId=${city.unitId('qingdu')}&sort=-number`
      const listed = await server.inject({
        url: `/api/items?${query}&pageSize=200`,
        headers: officer.headers,
      })
      const { items } = listed.json<ItemPage>()
      expect(items).toHaveLength(30)
      const rows = await exported(
        `${query}&format=${format}&columns=number&columns=title&columns=lead&columns=dueOn`,
      )
      expect(rows[0]!.cells).toEqual(['事项编号', '事项', '牵头单位', '完成时限'])
      const day = format === 'csv' ? '2024-06-30' : { kind: 'day', day: '2024-06-30', time: null }
      expect(rows.slice(1).map(({ cells }) => cells)).toEqual(
        items.map(({ number, title }) => [number, title, '青渡区', day]),
      )
    },
  )

  it('tells the day of the last change by the city’s clock', async () => {
    const [, first] = await exported('columns=changedOn')
    expect(first!.cells).toEqual([{ kind: 'day', day: city.clock.today(), time: null }])
  })

  it('shows a unit its own items only', async () => {
    const rows = await exported('columns=title', liaison)
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([['=1+1 不是公式']])
  })

  it('has every column when none is named', async () => {
    const [heading, first] = await exported('')
    expect(heading!.cells.length).toBeGreaterThan(40)
    expect(first!.cells).toContain('建设停车位第1批')
  })
})
