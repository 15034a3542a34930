import type { LeagueTable } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import { leagueScale } from './league-scale.ts'

/** Who is not compared, each with the reason and the value if there is one. */
export function ApartList({ table }: { table: LeagueTable }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const scale = leagueScale(table, locale)
  if (table.apart.length === 0) return null
  const nameOf = (key: string) => {
    const found = [...table.rows, ...table.apart].find((row) => row.key === key)
    return found ? words.unit(found) : key
  }
  return (
    <div className="league-apart">
      <h3>{t('indicator.apart', { count: table.apart.length })}</h3>
      <ul>
        {table.apart.map((row) => (
          <li key={row.key}>
            <strong>{words.unit(row)}</strong>
            <span>
              {words.reason(row.reason)}
              {row.mergedInto && t('indicator.merged-into', { unit: nameOf(row.mergedInto) })}
              {row.note && t('indicator.with-note', { note: row.note })}
            </span>
            {row.value !== null && (
              <span className="soft">
                {scale.show(row.value)} {scale.unit}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
