import type { CreateItem } from '../../schema.ts'
import { planFaults } from '../clock/plan-faults.ts'
import type { RowContext } from './imported-item.ts'
import { readLimit } from './limit-text.ts'
import type { DayContext } from './office-day.ts'
import { parseOfficeDay } from './parse-office-day.ts'
import { readPlan } from './plan-text.ts'
import type { RowReader } from './row-reader.ts'

type Clock = Pick<CreateItem, 'issuedOn' | 'startOn' | 'dueOn' | 'timeLimit' | 'plan'> & {
  /** Words in the place of a deadline: 长期. */
  readonly words: string
}

/** The days of a row. A deadline may be a limit (30个工作日) or words that name no day, which are kept. */
export function readClock(reader: RowReader, { today, year }: RowContext): Clock {
  const at = (edge: DayContext['edge'], from?: string | null): DayContext => ({ today, year, edge, from })
  const issuedOn = reader.day('issuedOn', at('first')).day
  const startOn = reader.day('startOn', at('first', issuedOn)).day
  const listedLimit = reader.text('timeLimit')
  const timeLimit = listedLimit === '' ? null : (readLimit(listedLimit) ?? null)
  if (listedLimit !== '' && !timeLimit) {
    reader.problem('timeLimit', 'ledger.sheet-limit-unreadable', { value: listedLimit.slice(0, 40) })
  }
  const isNoDay = parseOfficeDay(reader.cell('dueOn'), at('last', issuedOn)).kind === 'error'
  const limitAsDue = timeLimit || !isNoDay ? undefined : readLimit(reader.text('dueOn'))
  const due = limitAsDue ? { day: null, words: '' } : reader.day('dueOn', at('last', issuedOn))
  if (due.words !== '') reader.warn('dueOn', 'ledger.sheet-due-words', { value: due.words.slice(0, 60) })
  const plan = readPlan(reader.text('plan')) ?? null
  if (!plan) reader.problem('plan', 'ledger.sheet-plan-unreadable')
  const clock = {
    issuedOn,
    startOn,
    dueOn: due.day,
    timeLimit: timeLimit ?? limitAsDue ?? null,
    plan: plan ?? ({ kind: 'linear' } as const),
    words: due.words,
  }
  for (const fault of planFaults(clock.plan, clock)) reader.problem('plan', fault.code, fault.details)
  if (startOn !== null && due.day !== null && startOn > due.day) {
    reader.problem('dueOn', 'ledger.start-after-due', { startOn, dueOn: due.day })
  }
  return clock
}
