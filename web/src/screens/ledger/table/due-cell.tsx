import { daysBetween } from '../../../../../src/kernel/day.ts'
import type { Item } from '../../../api/model.ts'
import { useWords } from '../../../i18n/use-words.ts'

type Dated = Pick<Item, 'dueOn' | 'firstDueOn' | 'daysLate' | 'state' | 'reportedOn'>

/** The deadline in force, how many days are left or late, and the first deadline where it has moved: late stays late. */
export function DueCell({ item, asOf }: { item: Dated; asOf: string }) {
  const { t } = useWords()
  const { dueOn, firstDueOn } = item
  if (!dueOn) return <span className="soft">{t('ledger.no-due')}</span>
  const left = daysBetween(asOf, dueOn)
  const isRunning = item.state !== 'closed' && item.state !== 'withdrawn' && item.reportedOn === null
  return (
    <span className="figure ledger-due">
      {dueOn}
      {item.daysLate !== null ? (
        <span className="ledger-late">{t('ledger.days-late', { days: item.daysLate })}</span>
      ) : (
        isRunning &&
        left >= 0 && (
          <span className="soft">
            {left === 0 ? t('ledger.due-today') : t('ledger.days-left', { days: left })}
          </span>
        )
      )}
      {firstDueOn && firstDueOn !== dueOn && (
        <span className="soft ledger-first-due">{t('ledger.first-due', { day: firstDueOn })}</span>
      )}
    </span>
  )
}
