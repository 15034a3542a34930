import { expect, it } from 'vitest'
import {
  ItemKind,
  ItemSort,
  ItemState,
  Light,
  ListItems,
  Origin,
  Priority,
} from '../../../src/modules/ledger/schema.ts'
import { ITEM_KINDS, ITEM_STATES, LIGHTS, ORIGINS, PRIORITIES, readLedgerSearch } from './ledger-search.ts'

it('keeps of an address what the ledger understands, and drops the rest', () => {
  const raw = {
    q: '电梯',
    light: 'purple',
    sort: '-dueOn',
    dueFrom: '2024-02-30',
    page: '3',
    source: 'by-hand',
    month: '2024-13',
    isOverdue: 'perhaps',
    x: 1,
  }
  expect(readLedgerSearch(raw)).toEqual({ q: '电梯', sort: '-dueOn', page: 3, source: 'by-hand' })
  expect(readLedgerSearch({ q: 2024 })).toEqual({ q: '2024' })
})

it('reads several values in either form and answers them in one order', () => {
  expect(readLedgerSearch({ state: ['returned', 'signed'], light: 'green,red,red' })).toEqual({
    state: 'signed,returned',
    light: 'red,green',
  })
  expect(readLedgerSearch({ wasLate: 'true', isOverdue: false })).toEqual({ wasLate: true, isOverdue: false })
})

it('knows every value that the server knows', () => {
  const same = (here: readonly string[], there: { options: readonly string[] }) =>
    expect([...here].sort()).toEqual([...there.options].sort())
  same(ITEM_STATES, ItemState)
  same(LIGHTS, Light)
  same(ITEM_KINDS, ItemKind)
  same(ORIGINS, Origin)
  same(PRIORITIES, Priority)
  for (const sort of ItemSort.options) expect(readLedgerSearch({ sort })).toEqual({ sort })
})

it('has every filter of the server but the unread ones', () => {
  const sample: Record<string, unknown> = {
    state: 'signed',
    light: 'red',
    kind: 'task',
    origin: 'other',
    priority: 'top',
    source: 'import',
    sort: 'dueOn',
    page: 2,
    waits: 'office.red',
  }
  const sampleOf = (name: string) =>
    sample[name] ??
    (/^(is|was|has)[A-Z]/.test(name) ? true : /From$|To$|asOf/.test(name) ? '2024-03-31' : 'x')
  const given = Object.fromEntries(Object.keys(ListItems.shape).map((name) => [name, sampleOf(name)]))
  const { pageSize: _, ...expected } = given
  expect(readLedgerSearch(given)).toEqual(expected)
})
