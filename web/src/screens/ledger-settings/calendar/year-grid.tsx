import type { LocalDay, WorkingYear } from '../../../api/ledger-settings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type YearDay, yearMonths } from './year-days.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const MARKED = ['holiday', 'make-up', 'local-off', 'local-work'] as const

interface YearGridProps {
  year: WorkingYear
  localDays: readonly LocalDay[]
  /** A day is pointed at; the keyboard has the field for it. */
  onPick?: (day: string) => void
}

/** Twelve months; a day off or worked otherwise than its weekday says carries a letter, not a colour alone. */
export function YearGrid({ year, localDays, onPick }: YearGridProps) {
  const { t } = useWords()
  return (
    <div>
      <div className="settings-months">
        {yearMonths(year, localDays).map(({ month, weeks }) => (
          <table key={month} className="settings-month">
            <caption>{t('ledger-settings.month', { month })}</caption>
            <thead>
              <tr>
                {WEEKDAYS.map((weekday) => (
                  <th key={weekday} scope="col">
                    {t(`ledger-settings.weekday-${weekday}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((day) => day)?.day}>
                  {week.map((day, at) => (
                    <td key={WEEKDAYS[at]}>
                      {day && <DayCell day={day} isToday={day.day === year.today} onPick={onPick} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <ul className="settings-legend">
        {MARKED.map((kind) => (
          <li key={kind}>
            <span className={`settings-day is-${kind}`} aria-hidden="true">
              <small>{t(`ledger-settings.mark-${kind}`)}</small>
            </span>
            {t(`ledger-settings.kind-${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface DayCellProps {
  day: YearDay
  isToday: boolean
  onPick: ((day: string) => void) | undefined
}

function DayCell({ day: { day, date, kind, note }, isToday, onPick }: DayCellProps) {
  const { t } = useWords()
  const mark = MARKED.find((each) => each === kind)
  const words = [mark && t(`ledger-settings.kind-${mark}`), note]
    .filter(Boolean)
    .join(t('app.list-separator'))
  const className = `settings-day is-${kind} ${isToday ? 'is-today' : ''}`
  const inside = (
    <>
      {date}
      {mark && <small aria-hidden="true">{t(`ledger-settings.mark-${mark}`)}</small>}
      {words && <span className="visually-hidden">{words}</span>}
    </>
  )
  return onPick ? (
    <button type="button" className={className} title={words} tabIndex={-1} onClick={() => onPick(day)}>
      {inside}
    </button>
  ) : (
    <span className={className} title={words}>
      {inside}
    </span>
  )
}
