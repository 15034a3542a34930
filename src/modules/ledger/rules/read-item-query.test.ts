import { expect, test } from 'vitest'
import { readItemQuery } from './read-item-query.ts'
import { itemQuery } from './statistics/item-query.ts'

test('filters are kept, what is none is left out', () => {
  const read = readItemQuery(
    'light=red&light=yellow&isOpen=true&drill=逾期&page=3&sort=dueOn&q=%E9%9B%86%E4%BD%93',
  )
  expect(read).toEqual({ kept: { light: ['red', 'yellow'], isOpen: true, sort: 'dueOn', q: '集体' } })
  const { kept } = read as Extract<typeof read, { kept: unknown }>
  expect(readItemQuery(itemQuery(kept))).toEqual(read)
})

test('filters with wrong values are named', () => {
  expect(readItemQuery('light=purple&dueFrom=2024-02-30&isOpen=true')).toEqual({
    wrong: ['light', 'dueFrom'],
  })
})
