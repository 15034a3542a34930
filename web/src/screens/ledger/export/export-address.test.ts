import { expect, it } from 'vitest'
import { ExportItems, ListItems } from '../../../../../src/modules/ledger/schema.ts'
import { COLUMN_KEYS } from '../table/columns.tsx'
import { exportAddress } from './export-address.ts'

/** The address as the server reads it. */
function read(address: string) {
  const asked = new URLSearchParams(address.split('?')[1])
  const values = [...new Set(asked.keys())].map((name) => {
    const all = asked.getAll(name)
    return [name, all.length === 1 ? all[0] : all]
  })
  return ExportItems.parse(Object.fromEntries(values))
}

it('asks for the columns on screen in their order, and for the order of the list: it was all columns by number once', () => {
  const address = exportAddress(
    { state: 'signed,returned', page: 3 },
    { columns: ['number', 'title', 'due'] },
  )
  expect(read(address)).toMatchObject({
    format: 'xlsx',
    state: ['signed', 'returned'],
    sort: ListItems.parse({}).sort,
    columns: ['number', 'title', 'dueOn', 'firstDueOn', 'daysLate'],
  })
  expect(read(exportAddress({ sort: 'dueOn', asOf: '2024-03-31' }, { columns: ['title'] }))).toMatchObject({
    sort: 'dueOn',
    asOf: '2024-03-31',
  })
})

it('has every column when none is chosen, as a table that can be imported again', () => {
  expect(read(exportAddress({}, { format: 'csv' })).columns).toBe(undefined)
  expect(read(exportAddress({}, { format: 'csv' })).format).toBe('csv')
})

it('knows every column of the screen', () => {
  const { columns } = read(exportAddress({}, { columns: COLUMN_KEYS }))
  expect(columns!.length).toBeGreaterThanOrEqual(COLUMN_KEYS.length)
})
