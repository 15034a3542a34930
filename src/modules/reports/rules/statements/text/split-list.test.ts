import { expect, test } from 'vitest'
import { splitList } from './split-list.ts'

test('separators inside quotes and brackets do not cut', () => {
  const text = '“山、水”治理、产业（一产、二产）升级以及稳岗'
  const items = splitList(text, { start: 0, end: text.length }, ['、', '以及'])
  expect(items.map((item) => [item.before, text.slice(item.start, item.end)])).toEqual([
    ['', '“山、水”治理'],
    ['、', '产业（一产、二产）升级'],
    ['以及', '稳岗'],
  ])
})
