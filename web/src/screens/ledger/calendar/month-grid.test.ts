import fc from 'fast-check'
import { expect, it } from 'vitest'
import { monthGrid } from './month-grid.ts'

it('begins weeks on Monday', () => {
  const may = monthGrid('2024-05')
  expect(may[0]).toEqual([
    '2024-04-29',
    '2024-04-30',
    '2024-05-01',
    '2024-05-02',
    '2024-05-03',
    '2024-05-04',
    '2024-05-05',
  ])
  expect(may).toHaveLength(5)
  expect(monthGrid('2021-02')).toHaveLength(4)
  expect(monthGrid('2023-10').at(-1)?.[1]).toBe('2023-10-31')
})

it('holds every day of any month once, and no week without one', () => {
  const month = fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)
  fc.assert(
    fc.property(month, (name) => {
      const grid = monthGrid(name)
      const inside = grid.flat().filter((day) => day.startsWith(name))
      expect(new Date(`${grid[0]![0]}T00:00:00Z`).getUTCDay()).toBe(1)
      expect(new Set(inside).size).toBe(inside.length)
      expect(inside.at(-1)).toBe(
        new Date(Date.UTC(Number(name.slice(0, 4)), Number(name.slice(5)), 0)).toISOString().slice(0, 10),
      )
      for (const week of grid) expect(week.some((day) => day.startsWith(name))).toBe(true)
    }),
  )
})
