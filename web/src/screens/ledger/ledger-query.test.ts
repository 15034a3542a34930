import { expect, it } from 'vitest'
import { ListItems } from '../../../../src/modules/ledger/schema.ts'
import { readLedgerSearch } from '../../app/ledger-search.ts'
import {
  filterOf,
  isFiltered,
  queryText,
  searchOfText,
  withoutEmpty,
  withoutFilters,
} from './ledger-query.ts'

const search = readLedgerSearch({
  q: '泵站',
  state: 'signed,returned',
  isOverdue: 'true',
  view: 'board',
  sort: '-dueOn',
  page: '2',
  drill: 'on time',
})

it('asks the server with lists for lists, and without what only says how to show', () => {
  expect(filterOf(search)).toEqual({ q: '泵站', state: ['signed', 'returned'], isOverdue: true })
})

it('writes a query that the server reads as the same filter', () => {
  const text = new URLSearchParams(queryText(search))
  const asked = Object.fromEntries([...new Set(text.keys())].map((name) => [name, text.getAll(name)]))
  const single = (values: string[]) => (values.length === 1 ? values[0] : values)
  const read = ListItems.parse(Object.fromEntries(Object.entries(asked).map(([k, v]) => [k, single(v)])))
  expect(read).toMatchObject({
    q: '泵站',
    state: ['signed', 'returned'],
    isOverdue: true,
    sort: '-dueOn',
    page: 2,
  })
  expect(searchOfText(queryText(search))).toEqual(search)
})

it('tells filters from ways of showing', () => {
  expect(isFiltered(search)).toBe(true)
  expect(withoutFilters(search)).toEqual({ view: 'board', sort: '-dueOn' })
  expect(isFiltered(withoutFilters(search))).toBe(false)
  expect(withoutEmpty({ view: 'table', page: 1, q: '', light: undefined })).toEqual({})
})
