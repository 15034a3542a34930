import type { LeagueTable } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { lastDayOf } from '../../parts/periods.ts'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import { useRatioWords } from './use-ratio-words.ts'

/** Under a table: vintage, what places are compared with, another field, another definition, who has left. */
export function LeagueNotes({ table }: { table: LeagueTable }) {
  const { t } = useWords()
  const words = useIndicatorWords()
  const { asOf, vintage, formerPeriod, isSameField, left, leftOut, breaks } = table
  const { note: ratio } = useRatioWords(table)
  const separator = t('app.list-separator')
  const formerEnd = formerPeriod === null ? undefined : lastDayOf(formerPeriod)
  const broken = breaks.filter((day) => formerEnd !== undefined && day > formerEnd)
  return (
    <ul className="league-notes indicator-note">
      <li>
        {vintage === null
          ? t('indicator.as-of-only', { asOf })
          : t('indicator.as-of-note', { asOf, vintage, count: table.rows.length })}
        {formerPeriod !== null && ` ${t('indicator.compared-with', { period: words.period(formerPeriod) })}`}
        {formerPeriod === null && ` ${t('indicator.compared-with-nothing')}`}
      </li>
      {ratio && <li>{ratio}</li>}
      {isSameField === false && <li className="is-warning">{t('indicator.other-field')}</li>}
      {broken.map((day) => (
        <li key={day} className="is-warning">
          {t('indicator.break-since', { day })}
        </li>
      ))}
      {left.length > 0 && (
        <li>
          {t('indicator.left', {
            units: left
              .map((unit) =>
                t('indicator.left-one', {
                  unit: words.unit(unit),
                  rank: unit.from,
                  reason: unit.reason ? words.reason(unit.reason) : t('indicator.not-in-table'),
                }),
              )
              .join(separator),
          })}
        </li>
      )}
      {leftOut.length > 0 && (
        <li>{t('indicator.left-out', { units: leftOut.map(words.unit).join(separator) })}</li>
      )}
    </ul>
  )
}
