import { expect, test } from 'vitest'
import { Plan } from './plan.ts'
import { planFaults } from './plan-faults.ts'

const days = { startOn: '2024-01-10', dueOn: '2024-11-30' }
const nodes = (...list: [string, number][]): Plan => ({
  kind: 'nodes',
  nodes: list.map(([on, progress], at) => ({ name: `节点${at + 1}`, on, progress })),
})
const codes = (plan: Plan, within = days) =>
  planFaults(plan, within).map(({ code, details }) => [code, details.node])

test.each([
  ['linear', { kind: 'linear' } as Plan, []],
  ['sound', nodes(['2024-03-01', 20], ['2024-06-30', 20], ['2024-11-30', 100]), []],
  [
    'two nodes on one day',
    nodes(['2024-03-01', 20], ['2024-03-01', 100]),
    [['ledger.plan-node-not-later', 2]],
  ],
  [
    'progress that falls',
    nodes(['2024-03-01', 30], ['2024-04-01', 20], ['2024-05-01', 100]),
    [['ledger.plan-node-falls-back', 2]],
  ],
  [
    'a node before the start',
    nodes(['2024-01-09', 10], ['2024-05-01', 100]),
    [['ledger.plan-node-before-start', 1]],
  ],
  [
    'a node after the deadline',
    nodes(['2024-03-01', 10], ['2024-12-01', 100]),
    [['ledger.plan-node-after-due', 2]],
  ],
  [
    'an end short of 100',
    nodes(['2024-03-01', 10], ['2024-05-01', 99.99]),
    [['ledger.plan-not-complete', 2]],
  ],
])('%s', (_, plan, faults) => {
  expect(codes(plan)).toEqual(faults)
})

test('without days only the nodes are judged', () => {
  expect(planFaults(nodes(['2030-03-01', 100]), { startOn: null, dueOn: null })).toEqual([])
})

test('a node has a name, a real day and two decimals at most', () => {
  const parse = (node: object) => Plan.safeParse({ kind: 'nodes', nodes: [node] }).success
  expect(parse({ name: '开工', on: '2024-02-29', progress: 33.33 })).toBe(true)
  expect(parse({ name: '开工', on: '2024-02-30', progress: 33.33 })).toBe(false)
  expect(parse({ name: '开工', on: '2024-02-29', progress: 33.333 })).toBe(false)
  expect(parse({ name: ' ', on: '2024-02-29', progress: 33 })).toBe(false)
})
