import { Button } from 'antd'
import type { LocalDay } from '../../../api/ledger-settings.ts'
import { useWords } from '../../../i18n/use-words.ts'

interface LocalDayListProps {
  days: readonly LocalDay[]
  /** The country's list lacks the year: these days are all that is known. */
  isWholeYear: boolean
  onRemove?: (day: string) => void
}

/** The city's own days with what declares them. */
export function LocalDayList({ days, isWholeYear, onRemove }: LocalDayListProps) {
  const { t } = useWords()
  if (days.length === 0)
    return (
      <p className="soft">
        {t(isWholeYear ? 'ledger-settings.no-days-yet' : 'ledger-settings.no-local-days')}
      </p>
    )
  return (
    <ul className="settings-local-days" aria-label={t('ledger-settings.kind-local')}>
      {days.map(({ day, isWorkingDay, reason, document }) => (
        <li key={day}>
          <span className="figure">{day}</span>
          <strong>{t(isWorkingDay ? 'ledger-settings.worked' : 'ledger-settings.off')}</strong>
          <span>
            {reason}
            {document && <span className="soft">{` · ${document}`}</span>}
          </span>
          {onRemove && (
            <Button onClick={() => onRemove(day)}>
              {t('ledger-settings.remove')}
              <span className="visually-hidden"> {day}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
