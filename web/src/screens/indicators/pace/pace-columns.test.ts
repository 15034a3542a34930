import { expect, it } from 'vitest'
import type { PaceBoard } from '../../../api/measured-units.ts'
import { paceColumns, paceRows, paceSummary, usualThrough } from './pace-columns.ts'

const cell = (unit: string, indicator: string, more: object) => ({
  unit,
  indicator,
  kind: 'cumulative',
  horizon: 'year',
  state: 'measured',
  tone: 'on-pace',
  donePercent: null,
  expectedPercent: '75',
  through: '2023-09-30',
  ...more,
})

const board = {
  indicators: [{ code: 'b' }, { code: 'a' }],
  units: [{ key: 'x' }, { key: 'y' }],
  cells: [
    cell('x', 'a', { donePercent: '50' }),
    cell('x', 'b', { tone: 'behind', donePercent: '49.999' }),
    cell('x', 'b', { kind: 'growth', tone: 'far-behind', donePercent: '90', expectedPercent: null }),
    cell('y', 'a', { state: 'not-reported', tone: null, through: null }),
  ],
} as unknown as PaceBoard

it('gives each kind of target of an indicator a column, in the order of the indicators', () => {
  expect(paceColumns(board).map(({ key, isOneOfMany }) => [key, isOneOfMany])).toEqual([
    ['b cumulative year', true],
    ['b growth year', true],
    ['a cumulative year', false],
  ])
})

it('counts what lags, and keeps the units of one tone', () => {
  expect(
    paceRows(board, undefined).map(({ unit, lagging, measured }) => [unit.key, lagging, measured]),
  ).toEqual([
    ['x', 2, 3],
    ['y', 0, 0],
  ])
  expect(paceRows(board, 'not-reported').map(({ unit }) => unit.key)).toEqual(['y'])
})

it('says how many targets are half done, of those that can be', () => {
  expect(paceSummary(board)).toEqual({
    half: 1,
    counted: 2,
    tones: [
      { tone: 'on-pace', count: 1 },
      { tone: 'behind', count: 1 },
      { tone: 'far-behind', count: 1 },
      { tone: 'not-reported', count: 1 },
    ],
  })
})

it('says up to which day most data goes', () => {
  expect(usualThrough(board)).toBe('2023-09-30')
  expect(usualThrough({ ...board, cells: [] })).toBeNull()
})
