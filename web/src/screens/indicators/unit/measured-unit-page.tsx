import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { isStandingNamed } from '../../../../../src/modules/indicators/rules/is-standing-named.ts'
import { type UnitStanding, usePaceBoard, useUnitFirsts, useUnitPage } from '../../../api/measured-units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { CsvButton } from '../parts/csv-button.tsx'
import { StandingsFilter } from '../parts/standings-filter.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { XlsxButton } from '../parts/xlsx-button.tsx'
import { FirstsPanel } from './firsts-panel.tsx'
import { standingsFile } from './standings-file.ts'
import { StandingsTable } from './standings-table.tsx'
import { summaryOf } from './summary-of.ts'

/** Firsts and streaks on top, then every indicator with place, change, line and pace. */
export function MeasuredUnitPage({ unitId }: { unitId: string }) {
  const { t } = useWords()
  const words = useIndicatorWords()
  const search = useSearch({ from: '/house/indicators/units/$unitId' })
  const navigate = useNavigate({ from: '/indicators/units/$unitId' })
  const { cohort, tag, q } = search
  const { data, error, refetch, isPlaceholderData } = useUnitPage(unitId, { cohort, tag })
  const firsts = useUnitFirsts(unitId, { cohort, tag })
  const pace = usePaceBoard({ unit: unitId })
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={14} />
  const name = words.unit(data.unit)
  const shown = data.standings.filter((standing) => isStandingNamed(standing, q))
  // Nothing to compare and no target to hold it against: a name is all there is to say.
  const aimed = new Set(pace.data?.cells.map(({ indicator }) => indicator))
  const isUnknown = ({ code, value }: UnitStanding) => value === null && !aimed.has(code)
  const known = shown.filter((standing) => !isUnknown(standing))
  const unknown = shown.filter(isUnknown)
  const summary = summaryOf(data.standings)
  return (
    <div className="measured-unit">
      <PageHead
        title={t('unit-page.title', { unit: name })}
        note={t('unit-page.note', { ...summary, cohort: words.named(data.cohort), asOf: data.asOf })}
        actions={
          <>
            <Link to="/indicators/compare" search={{ units: data.unit.key }} className="button-link">
              {t('compare.with-other')}
            </Link>
            <CsvButton
              table={() => standingsFile(shown, { t, named: words.named, reason: words.reason })}
              fileName={`${data.unit.key}-indicators`}
            />
            <XlsxButton
              path={`/api/measured-units/${encodeURIComponent(unitId)}/page/file`}
              query={{ cohort, tag, q }}
            />
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      />
      <FirstsPanel
        firsts={firsts.data?.firsts}
        error={firsts.error}
        onRetry={firsts.refetch}
        cohort={data.cohort}
      />
      <StandingsFilter search={search} onChange={(next) => navigate({ search: next, replace: true })} />
      {shown.length === 0 ? (
        <StateNote title={t(q || tag ? 'indicator.none-found' : 'unit-page.empty')}>
          {t(q || tag ? 'indicator.none-found-way' : 'indicator.none-defined-way')}
        </StateNote>
      ) : (
        <div aria-busy={isPlaceholderData}>
          {known.length > 0 && <StandingsTable standings={known} pace={pace.data} />}
          {unknown.length > 0 && (
            <details className="unit-unknown" open={known.length === 0}>
              <summary>{t('unit-page.without-values', { count: unknown.length })}</summary>
              <ul>
                {unknown.map((standing) => (
                  <li key={standing.code}>
                    <Link to="/indicators/$code" params={{ code: standing.code }} search={{}}>
                      {words.named(standing)}
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
          )}
          {data.total > data.standings.length && (
            <p className="indicator-note">
              {t('unit-page.more', { shown: data.standings.length, total: data.total })}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
