import { daysBetween } from '../../../../../src/kernel/day.ts'
import type { Duty } from '../../../api/item-model.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** A duty's own deadline: days left or late while it is open, the first day where it has moved. */
export function DutyClock({ duty, asOf }: { duty: Duty; asOf: string }) {
  const { t } = useWords()
  const { dueOn, firstDueOn, state, doneOn } = duty
  if (!dueOn) return <span className="soft">{t('item.duty.with-item')}</span>
  const isOpen = state !== 'done' && state !== 'waived'
  const left = daysBetween(doneOn ?? asOf, dueOn)
  return (
    <span className="figure ledger-due">
      {dueOn}
      {left < 0 && (isOpen || state === 'done') && (
        <span className="ledger-late">{t('ledger.days-late', { days: -left })}</span>
      )}
      {isOpen && left > 0 && <span className="soft">{t('ledger.days-left', { days: left })}</span>}
      {isOpen && left === 0 && <span className="soft">{t('ledger.due-today')}</span>}
      {firstDueOn && firstDueOn !== dueOn && (
        <span className="soft ledger-first-due">{t('ledger.first-due', { day: firstDueOn })}</span>
      )}
    </span>
  )
}
