import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from '../../schema.ts'
import { itemDays } from './item-days.ts'
import { writeCalendar } from './write-calendar.ts'

const ITEM = {
  id: '018ec5bb-c100-7dc6-b36a-2b941e0e563b',
  number: '2024-0017',
  title: '旧住房改造',
  content: '第一行\n第二行；含 a,b;c\\d',
  state: 'in-progress',
  round: 1,
  progress: 40,
  dueOn: '2024-12-31',
  recheckOn: null,
  plan: {
    kind: 'nodes',
    nodes: [
      { name: '招标', on: '2024-03-31', progress: 30 },
      { name: '开工', on: '2024-06-30', progress: 60 },
      { name: '完工', on: '2024-12-31', progress: 100 },
    ],
  },
  changedAt: '2024-04-10T02:00:00.000Z',
  version: 7,
} as unknown as Item

const YEAR = { from: '2024-01-01', to: '2024-12-31' }
const write = (item: Item, linkTo: (path: string) => string | null = () => null) =>
  writeCalendar({ days: itemDays(item, YEAR), language: 'zh', linkTo })

test('an open item has its deadline and the nodes that it has not reached', () => {
  expect(itemDays(ITEM, YEAR).map(({ day, kind, name }) => [day, kind, name])).toEqual([
    ['2024-06-30', 'node', '开工'],
    ['2024-12-31', 'node', '完工'],
    ['2024-12-31', 'due', null],
  ])
  expect(itemDays(ITEM, { from: '2024-06-01', to: '2024-07-31' })).toHaveLength(1)
  const closed = { ...ITEM, state: 'closed', recheckOn: '2024-09-01' } as Item
  expect(itemDays(closed, YEAR).map(({ day, kind }) => [day, kind])).toEqual([['2024-09-01', 'recheck']])
})

test('an all-day event with an alarm three days before the deadline', () => {
  const text = write({ ...ITEM, plan: { kind: 'linear' } } as Item, (path) => `https://q.example${path}`)
  expect(text).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Quarterdeck//Ledger//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:督查台账',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'BEGIN:VEVENT',
      `UID:due-${ITEM.id}@quarterdeck`,
      'DTSTAMP:20240410T020000Z',
      'LAST-MODIFIED:20240410T020000Z',
      'SEQUENCE:7',
      'DTSTART;VALUE=DATE:20241231',
      'DTEND;VALUE=DATE:20250101',
      'TRANSP:TRANSPARENT',
      'SUMMARY:到期 2024-0017 旧住房改造',
      'DESCRIPTION:第一行\\n第二行；含 a\\,b\\;c\\\\d',
      'URL:https://q.example/ledger/items/018ec5bb-c100-7dc6-b36a-2b941e0e563b',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:到期 2024-0017 旧住房改造',
      'TRIGGER:-P3D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('an event keeps its UID when its day moves', () => {
  const uids = (item: Item) => write(item).match(/^UID:.*$/gm)
  const moved = { ...ITEM, dueOn: '2024-11-30', plan: { kind: 'linear' } } as Item
  expect(uids(moved)).toEqual(uids({ ...ITEM, plan: { kind: 'linear' } } as Item))
  expect(new Set(uids(ITEM)).size).toBe(3)
})

test('no line is longer than 75 octets, none cuts a character, and unfolded it says the same', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(
    fc.property(text, text, (title, content) => {
      const written = write({ ...ITEM, title, content } as Item)
      for (const line of written.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(line.isWellFormed()).toBe(true)
        expect(line).not.toMatch(/[\r\n]/)
      }
      const unfolded = written.replaceAll('\r\n ', '').split('\r\n')
      const summary = unfolded.find((line) => line.startsWith('SUMMARY:'))
      const read = summary!
        .slice('SUMMARY:'.length)
        .replaceAll(/\\(.)/g, (_, mark) => (mark === 'n' ? '\n' : mark))
      const plain = title.replaceAll(/\r\n|\r/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ')
      expect(read).toBe(`节点 2024-0017 ${plain} · 开工`)
    }),
  )
})
