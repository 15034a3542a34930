import type { KeyboardEvent } from 'react'
import type { DatedItem } from '../../../api/ledger-views.ts'
import { formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LightMark } from '../../../ui/light-tag.tsx'

interface MonthTableProps {
  month: string
  weeks: readonly (readonly string[])[]
  today: string
  days: readonly DatedItem[]
  onOpen: (day: string) => void
}

/** As many entries of a day as are shown before it is opened. */
const SHOWN = 4
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The month as a grid; arrows go from day to day, Enter opens one. On a phone the days that have something, as a list. */
export function MonthTable({ month, weeks, today, days, onOpen }: MonthTableProps) {
  const { t, locale } = useWords()
  return (
    <table className="month" onKeyDown={walkDays}>
      <caption className="visually-hidden">{formatPeriod(locale, month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                className={`${day.startsWith(month) ? '' : 'is-outside'} ${day === today ? 'is-today' : ''}`}
                data-empty={days.every((dated) => dated.day !== day)}
              >
                <DayCell
                  day={day}
                  isToday={day === today}
                  entries={days.filter((dated) => dated.day === day)}
                  onOpen={onOpen}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayCellProps {
  day: string
  isToday: boolean
  entries: readonly DatedItem[]
  onOpen: (day: string) => void
}

function DayCell({ day, isToday, entries, onOpen }: DayCellProps) {
  const { t } = useWords()
  return (
    <button type="button" data-day={day} onClick={() => onOpen(day)}>
      <span className="month-day figure">
        <span className="month-day-full">{day}</span>
        <span className="month-day-number" aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        {isToday && <span className="month-today">{t('ledger.today')}</span>}
      </span>
      {entries.slice(0, SHOWN).map(({ item, kind, name }) => (
        <span
          key={`${kind}${name}${item.id}`}
          className={`month-entry month-${kind}`}
          title={name ?? item.title}
        >
          <LightMark light={item.light} />
          <span>
            {kind !== 'due' && <em>{t(`ledger.calendar.${kind}`)} </em>}
            {name ?? item.title}
          </span>
        </span>
      ))}
      {entries.length > SHOWN && (
        <span className="soft">{t('ledger.calendar.more', { count: entries.length - SHOWN })}</span>
      )}
    </button>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

function walkDays(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-day]')]
  const next = buttons[buttons.indexOf(event.target as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
