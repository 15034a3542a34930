import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { listItems } from '../queries/list-items.ts'
import { CheckSheet, ExportItems, type SheetImport } from '../schema/sheets.ts'
import { ListItems } from '../schema.ts'
import { cancelImport, checkImport, openProblems, startImport } from './decide-import.ts'
import { exportItems } from './export-items.ts'
import { getImport } from './present-import.ts'
import { uploadSheet } from './upload-sheet.ts'

let city: TestCity
let office: Context
beforeAll(async () => {
  city = await openTestCity()
  office = city.as('officer')
})
afterAll(() => city.close())

const bytesOf = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const upload = (...lines: string[]) =>
  uploadSheet(office, { bytes: bytesOf(...lines), fileName: '重点工作台账.csv' })
const items = async (q = '') =>
  (await listItems(office, ListItems.parse({ pageSize: 200, sort: 'number', ...(q ? { q } : {}) }))).items

async function check(sheet: SheetImport, options: object = {}): Promise<SheetImport> {
  const columns = sheet.columns.map(({ field }) => field)
  await checkImport(
    office,
    sheet.id,
    CheckSheet.parse({ columns, options: { ...sheet.options, ...options } }),
  )
  await drainJobs(city)
  return getImport(office, sheet.id)
}

async function run(sheet: SheetImport, options: object = {}): Promise<SheetImport> {
  const checked = await check(sheet, options)
  expect(checked.problems).toEqual([])
  await startImport(office, sheet.id)
  await drainJobs(city)
  const done = await getImport(office, sheet.id)
  expect(done.failure).toBeNull()
  expect(done.state).toBe('done')
  return checked
}

const HEAD = '编号,重点工作,牵头单位,配合单位,完成时限,办理状态,完成进度,最新进展'

describe('a sheet of the office', () => {
  const sheet = [
    '2024年重点工作台账',
    HEAD,
    '甲-1,建设停车位两千个,市交通委、青渡区,,6月底前,正在推进,40%,已开工三处',
    '甲-2,编制集体经济规划,云泊新区,青渡区,2024年3月31日,已办结,100%,',
    '甲-3,整治老旧小区,各区,,长期,,,',
    '合计,3项,,,,,,',
  ]

  it('is entered as it stands: units, days, states, reports; totals are passed over', async () => {
    const uploaded = await upload(...sheet.slice(0, 3), sheet[4]!, sheet[5]!)
    expect(uploaded).toMatchObject({
      state: 'uploaded',
      firstHeadingRow: 2,
      lastHeadingRow: 2,
      isRemembered: false,
    })
    expect(uploaded.options.year).toBe(2024)
    expect(uploaded.columns.map(({ field }) => field)).toEqual([
      'externalNumber',
      'title',
      'lead',
      'supporting',
      'dueOn',
      'state',
      'progress',
      'done',
    ])
    const checked = await run(uploaded)
    expect(checked.counts).toMatchObject({ rows: 3, added: 2, skipped: 1, problemRows: 0 })
    const [first, second] = await items()
    expect(first).toMatchObject({
      externalNumber: '甲-1',
      leadUnitId: city.unitId('dept-transport'),
      supportingUnitIds: [city.unitId('qingdu')],
      dueOn: '2024-06-30',
      firstDueOn: '2024-06-30',
      state: 'in-progress',
      progress: 40,
      source: { kind: 'import', fileName: '重点工作台账.csv', row: 3 },
    })
    expect(second).toMatchObject({
      dueOn: null,
      responsibleText: ['各区'],
      state: 'draft',
      remark: '完成时限：长期',
    })
  })

  it('changes nothing when it is imported again, and adds only what is new', async () => {
    const before = await items()
    const again = await upload(...sheet)
    expect(again.isRemembered).toBe(true)
    expect((await check(again)).problems.map(({ code, row }) => [code, row])).toEqual([
      ['ledger.sheet-closed-without-day', 4],
    ])
    const mended = await upload(...sheet.slice(0, 3), ...sheet.slice(4))
    expect((await run(mended)).counts).toMatchObject({ added: 0, changed: 0, same: 2 })
    expect(await items()).toEqual(before)
  })

  it('changes no deadline without a reason, and keeps the first one', async () => {
    const later = [HEAD, '甲-3,整治老旧小区,各区,,2024-09-30,,,']
    await run(await upload(...later))
    const moved = await upload(HEAD, '甲-3,整治老旧小区,各区,,2024-10-31,,,')
    const refused = await check(moved)
    expect(refused.problems).toMatchObject([
      { code: 'ledger.reason-missing', row: 2, letter: 'E', value: '2024-10-31' },
    ])
    await expect(startImport(office, moved.id)).rejects.toMatchObject({ code: 'ledger.import-unsound' })
    expect(
      (await run(await upload(HEAD, '甲-3,整治老旧小区,各区,,2024-10-31,,,'), { reason: '征地延迟' })).counts,
    ).toMatchObject({
      changed: 1,
    })
    expect((await items()).find(({ externalNumber }) => externalNumber === '甲-3')).toMatchObject({
      dueOn: '2024-10-31',
      firstDueOn: '2024-09-30',
    })
  })

  it('moves no deadline of a dispatched item: that takes an extension', async () => {
    const moved = await check(await upload(HEAD, '甲-1,建设停车位两千个,市交通委、青渡区,,2024-12-31,,,'), {
      reason: '有',
    })
    expect(moved.problems).toMatchObject([{ code: 'ledger.deadline-needs-extension', letter: 'E' }])
  })

  it('leaves an item that is closed as it is', async () => {
    const closed = '编号,事项,牵头单位,完成时限,状态,办结日期,备注'
    await run(await upload(closed, '丁-1,开通公交专线,云泊新区,2024-02-01,已办结,2024-03-05,'))
    const item = (await items()).find(({ externalNumber }) => externalNumber === '丁-1')!
    expect(item).toMatchObject({ state: 'closed', closedOn: '2024-03-05', wasLate: true, light: 'done-late' })
    // The unit's open items are counted by its duties alone (migrations/0014-many-readers.sql).
    const yunbo = city.as('liaison', { unit: 'yunbo' })
    const ofYunbo = await listItems(yunbo, ListItems.parse({ isOpen: 'true', pageSize: 200 }))
    expect([ofYunbo.total, ofYunbo.items.some(({ id }) => id === item.id)]).toEqual([
      ofYunbo.items.length,
      false,
    ])
    const changed = await check(
      await upload(closed, '丁-1,开通公交专线,云泊新区,2024-02-01,已办结,2024-03-05,补记'),
    )
    expect(changed.problems).toMatchObject([{ code: 'ledger.item-finished', row: 2 }])
  })
})

describe('all rows or none:', () => {
  it('one row that is not sound keeps all out, each problem is named and the whole list can be taken away', async () => {
    const before = (await items()).length
    const sheet = await check(
      await upload(
        '编号,事项,牵头单位,完成时限,密级',
        '乙-1,好的一项工作,云泊新区,6月底,',
        '乙-2,坏的一项工作,没有这个局,2月30日,',
        '乙-3,涉密的一项工作,云泊新区,6月底,秘密',
        '乙-1,重复的一项工作,云泊新区,6月底,',
      ),
    )
    expect(sheet.counts).toMatchObject({ added: 1, problemRows: 3, problems: 4 })
    expect(sheet.problems.map(({ row, letter, code }) => [row, letter, code])).toEqual([
      [3, 'D', 'ledger.sheet-day-no-such-day'],
      [3, 'C', 'ledger.sheet-unit-unknown'],
      [4, 'E', 'ledger.sheet-classified'],
      [5, 'A', 'ledger.sheet-row-repeated'],
    ])
    expect(sheet.unknownUnits).toEqual([{ name: '没有这个局', rows: 1 }])
    await expect(startImport(office, sheet.id)).rejects.toMatchObject({ code: 'ledger.import-unsound' })
    const csv = await text((await openProblems(office, sheet.id)).content)
    expect(csv.trim().split('\r\n')).toHaveLength(5)
    expect(csv).toContain('没有这个局')
    expect(await items()).toHaveLength(before)
  })

  it('a name that a person explained counts as that unit', async () => {
    const sheet = await upload('编号,事项,牵头单位', '己-1,修缮渡口码头,老交通局')
    expect((await check(sheet)).unknownUnits).toEqual([{ name: '老交通局', rows: 1 }])
    await run(sheet, { unitNames: { 老交通局: city.unitId('dept-transport') } })
    const item = (await items()).find(({ externalNumber }) => externalNumber === '己-1')
    expect(item?.leadUnitId).toBe(city.unitId('dept-transport'))
  })

  it('a check that is cancelled enters nothing and can be begun again', async () => {
    const sheet = await upload('编号,事项', '戊-1,一项工作安排')
    const columns = sheet.columns.map(({ field }) => field)
    await checkImport(office, sheet.id, CheckSheet.parse({ columns, options: {} }))
    expect((await cancelImport(office, sheet.id)).state).toBe('cancelled')
    await drainJobs(city)
    expect((await getImport(office, sheet.id)).counts).toBeNull()
    expect((await run(sheet)).counts).toMatchObject({ added: 1 })
  })

  it('is for the office only', async () => {
    const liaison = city.as('liaison', { unit: 'yunbo' })
    const bytes = bytesOf('编号,事项', '1,一项')
    await expect(uploadSheet(liaison, { bytes, fileName: 'a.csv' })).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
  })
})

describe('what hangs under what', () => {
  it('is told by numbers, in whatever order the rows stand', async () => {
    const sheet = await upload(
      '编号,事项,上级编号,权重',
      '树-3,第三层的工作,树-2,1',
      '树-1,第一层的工作,,1',
      '树-2,第二层的工作,树-1,2',
    )
    await run(sheet)
    const byNumber = new Map((await items()).map((item) => [item.externalNumber, item]))
    expect(byNumber.get('树-1')).toMatchObject({ kind: 'plan', level: 1, parentId: null })
    expect(byNumber.get('树-2')).toMatchObject({
      kind: 'task',
      level: 2,
      parentId: byNumber.get('树-1')!.id,
      weight: 2,
    })
    expect(byNumber.get('树-3')).toMatchObject({
      kind: 'sub-task',
      level: 3,
      parentId: byNumber.get('树-2')!.id,
    })
  })

  it('an unknown number is a problem of its row', async () => {
    const sheet = await check(await upload('编号,事项,上级编号', '树-9,没有上级的工作,树-8'))
    expect(sheet.problems).toMatchObject([{ row: 2, code: 'ledger.sheet-parent-unknown' }])
  })
})

it('rows without a number are known by their wording: importing them twice makes them once', async () => {
  const lines = ['事项,牵头单位', '清理河道漂浮物,云泊新区', '更换路灯灯具,云泊新区']
  expect((await run(await upload(...lines))).counts).toMatchObject({ added: 2 })
  expect((await run(await upload(...lines))).counts).toMatchObject({ added: 0, same: 2 })
})

it.each(['xlsx', 'csv'] as const)(
  'the whole ledger exported as %s and imported again changes nothing',
  async (format) => {
    const before = await items()
    const bytes = new Uint8Array(await buffer(exportItems(office, ExportItems.parse({ format }))))
    const sheet = await uploadSheet(office, { bytes, fileName: `台账.${format}` })
    const checked = await run(sheet)
    expect(checked.counts).toMatchObject({ added: 0, changed: 0, same: before.length })
    expect(await items()).toEqual(before)
  },
)
