import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { createItem } from '../commands/create-item.ts'
import { ListItems } from '../schema.ts'
import { newItem } from '../testing.ts'
import { listItems } from './list-items.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  const officer = city.as('officer')
  const items = [
    { title: '发展壮大农村集体经济', dueOn: '2024-04-09', leadUnitId: city.unitId('yunbo') },
    {
      title: '旧住房成套改造',
      content: '年内完成Ｇ６０沿线 100% 的改造',
      dueOn: '2024-04-13',
      // Nothing is expected before the deadline, so it is near its limit without being behind.
      plan: { kind: 'nodes' as const, nodes: [{ name: '完成', on: '2024-04-13', progress: 100 }] },
    },
    { title: '停车位建设', dueOn: '2024-12-31', leadUnitId: city.unitId('qingdu') },
    { title: '垃圾分类', leadUnitId: city.unitId('dept-transport') },
  ]
  for (const item of items) await createItem(officer, newItem(item))
})
afterAll(() => city.close())

const list = (input: z.input<typeof ListItems>) => listItems(city.as('officer'), ListItems.parse(input))
const titles = async (input: z.input<typeof ListItems>) => (await list(input)).items.map(({ title }) => title)

test.each([
  ['集体经济', ['发展壮大农村集体经济']],
  ['经济', ['发展壮大农村集体经济']],
  ['农村 壮大', ['发展壮大农村集体经济']],
  ['住', ['旧住房成套改造']],
  ['体经', ['发展壮大农村集体经济']],
  ['g60', ['旧住房成套改造']],
  ['100%', ['旧住房成套改造']],
  ['%', ['旧住房成套改造']],
  ['2024-0003', ['停车位建设']],
  ['没有这个', []],
])('searching %s finds %j', async (q, expected) => {
  expect(await titles({ q })).toEqual(expected)
})

test('lights are those of the day that is asked for, and filter by the same rule', async () => {
  expect(await titles({ light: ['red'] })).toEqual(['发展壮大农村集体经济'])
  expect(await titles({ light: ['blue'] })).toEqual(['旧住房成套改造'])
  expect(await titles({ light: ['none'] })).toEqual(['垃圾分类'])
  expect(await titles({ isOverdue: 'true' })).toEqual(['发展壮大农村集体经济'])
  const later = await list({ isOverdue: 'true', asOf: '2025-01-01' })
  expect(later).toMatchObject({ total: 3, isTotalExact: true, asOf: '2025-01-01' })
  expect(later.items.every(({ light }) => light === 'red')).toBe(true)
})

test('filters by lead, deadline and source', async () => {
  expect(await titles({ leadUnitId: city.unitId('qingdu') })).toEqual(['停车位建设'])
  expect(await titles({ dueFrom: '2024-04-10', dueTo: '2024-12-31', sort: 'dueOn' })).toEqual([
    '旧住房成套改造',
    '停车位建设',
  ])
  expect(await titles({ leadUnitId: 'none' })).toEqual(['旧住房成套改造'])
  expect(await titles({ source: 'statement' })).toEqual([])
})

test('sorts by deadline with those without one last, and by lead as the register lists units', async () => {
  expect((await titles({ sort: 'dueOn' })).at(-1)).toBe('垃圾分类')
  expect((await titles({ sort: '-dueOn' })).at(-1)).toBe('垃圾分类')
  expect(await titles({ sort: 'lead' })).toEqual([
    '停车位建设',
    '发展壮大农村集体经济',
    '垃圾分类',
    '旧住房成套改造',
  ])
})

test.each(ListItems.shape.sort.unwrap().options)('pages sorted by %s hold every item once', async (sort) => {
  const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => list({ sort, page, pageSize: 1 })))
  const numbers = pages.flatMap(({ items }) => items.map(({ number }) => number))
  expect(numbers.toSorted()).toEqual(['2024-0001', '2024-0002', '2024-0003', '2024-0004'])
  expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4, 4])
})
