import { expect, it } from 'vitest'
import { changesOf, faultOf, readNodes, type TargetRow, writeNodes } from './target-rows.ts'

const row: TargetRow = {
  key: 'a',
  indicator: 'gdp',
  unit: 'qingdu',
  period: '2024',
  kind: 'level',
  horizon: 'year',
  value: '100',
  path: { kind: 'linear' },
  document: '',
  version: 2,
  isRemoved: false,
}

it('sends only what differs, and a removal without a value', () => {
  const other = { ...row, key: 'b', unit: 'wangxi' }
  expect(changesOf([row, { ...other, value: ' 120 ' }], [row, other])).toMatchObject([
    { unit: 'wangxi', value: '120', version: 2 },
  ])
  expect(changesOf([{ ...row, isRemoved: true }], [row])).toMatchObject([{ value: null, version: 2 }])
})

it('sends nothing of a new row that was removed again', () => {
  expect(changesOf([{ ...row, version: undefined, isRemoved: true }], [])).toEqual([])
})

it('says what a row lacks', () => {
  expect([faultOf(row), faultOf({ ...row, unit: null }), faultOf({ ...row, value: '1e3' })]).toEqual([
    undefined,
    'unit',
    'value',
  ])
})

it('reads nodes as they are written', () => {
  const nodes = [
    { on: '2024-03-31', percent: '25' },
    { on: '2024-06-30', percent: '52.5' },
  ]
  expect(readNodes(writeNodes(nodes))).toEqual(nodes)
  expect(readNodes('2024-03-31 25%；2024-06-30 52.5')).toEqual(nodes)
  expect(readNodes('3月底 25')).toBeUndefined()
})
