import { expect, test } from 'vitest'
import { whatWaits } from './what-waits.ts'

const standing = { proposed: 4, onlyOpenReportId: null, overdue: 1, dueSoon: 2, withoutLead: 3, suggested: 5 }
const kinds = (may: Parameters<typeof whatWaits>[1]) => whatWaits(standing, may).map(({ kind }) => kind)

test('an officer has everything, late items first', () => {
  expect(kinds({ accept: true, correct: true, decide: true })).toEqual([
    'overdue',
    'due-soon',
    'statements',
    'without-lead',
    'recurrences',
  ])
})

test('who may only read is shown what is late', () => {
  expect(kinds({ accept: false, correct: false, decide: false })).toEqual(['overdue', 'due-soon'])
})

test('nothing waits when nothing is open', () => {
  const none = { proposed: 0, onlyOpenReportId: null, overdue: 0, dueSoon: 0, withoutLead: 0, suggested: 0 }
  expect(whatWaits(none, { accept: true, correct: true, decide: true })).toEqual([])
})

test('one open report is opened at once', () => {
  const waiting = whatWaits(
    { ...standing, onlyOpenReportId: 'r1' },
    { accept: true, correct: true, decide: true },
  )
  expect(waiting.find(({ kind }) => kind === 'statements')?.href).toBe('/reports/r1')
})
