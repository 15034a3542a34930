import { useState } from 'react'
import type { LeagueTable } from '../../../../api/indicators.ts'
import type { IndicatorSearch } from '../../../../app/indicator-search.ts'
import { useRefusalReason } from '../../../../app/permitted-screen.tsx'
import { useWords } from '../../../../i18n/use-words.ts'
import { GatedButton } from '../../../../ui/gated-button.tsx'
import { CsvButton } from '../../parts/csv-button.tsx'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import { XlsxButton } from '../../parts/xlsx-button.tsx'
import { FreezeDialog } from './freeze-dialog.tsx'
import { leagueFile } from './league-file.ts'
import { LeagueView } from './league-view.tsx'
import './league.css'

/** The league table on screen: it can be taken as a file, and frozen. */
export function LeaguePanel({ table, search }: { table: LeagueTable; search: IndicatorSearch }) {
  const { t } = useWords()
  const words = useIndicatorWords()
  const refusal = useRefusalReason()
  const [isFreezing, setFreezing] = useState(false)
  const reason =
    refusal('indicators.freeze') ?? (table.rows.length === 0 ? t('indicator.nothing-ranked') : undefined)
  const title = useLeagueTitle(table)
  return (
    <section className="indicator-panel league" aria-labelledby="league">
      <div className="indicator-panel-head">
        <h2 id="league">{title}</h2>
        <div className="league-tools no-print">
          <CsvButton
            table={() => leagueFile(table, { t, ...words })}
            fileName={`${table.indicator.code}-${table.period.replace('/', '_')}`}
          />
          <XlsxButton
            path={`/api/indicators/${encodeURIComponent(table.indicator.code)}/table/file`}
            query={{
              period: table.period,
              cohort: table.cohort.key,
              measure: table.measure,
              asOf: search.asOf,
              against: search.against,
              first: search.first,
            }}
          />
          <GatedButton reason={reason} onClick={() => setFreezing(true)}>
            {t('indicator.freeze')}
          </GatedButton>
        </div>
      </div>
      <LeagueView table={table} />
      {isFreezing && (
        <FreezeDialog table={table} search={search} title={title} onClose={() => setFreezing(false)} />
      )}
    </section>
  )
}

/** Cohort, indicator, period, and whether growth is ranked. */
export function useLeagueTitle({ indicator, period, cohort, measure }: LeagueTable): string {
  const { t } = useWords()
  const words = useIndicatorWords()
  return t(`indicator.league-of.${measure}`, {
    name: words.named(indicator),
    period: words.period(period),
    cohort: words.named(cohort),
  })
}
