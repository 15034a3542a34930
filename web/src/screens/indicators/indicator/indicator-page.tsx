import { Button } from 'antd'
import type { IndicatorDetail } from '../../../api/indicators.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { CITY_WIDE } from '../parts/cohort-pick.tsx'
import { DefinitionLinks } from '../parts/definition-links.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { DefinitionPanel } from './definition/definition-panel.tsx'
import { IndicatorControls } from './indicator-controls.tsx'
import { IndicatorViews } from './indicator-views.tsx'
import { PastBanner } from './past-banner.tsx'
import { useIndicatorView } from './use-indicator-view.ts'

/** An indicator with its controls; without values yet only its definition. */
export function IndicatorPage({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useWords()
  const { named } = useIndicatorWords()
  const { code, measure, frequency, direction } = indicator
  const { search, usualCohort, isChoosing, period, series, table, change } = useIndicatorView(code)
  const facts = [
    code,
    measure,
    t(`indicator.frequency.${frequency}`),
    t(`indicator.direction.${direction}`),
  ].filter(Boolean)
  const head = (
    <PageHead
      title={named(indicator)}
      note={facts.join(' · ')}
      actions={
        <>
          <DefinitionLinks code={code} />
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    />
  )
  const error = series.error ?? table.error
  if (error && !(series.data && table.data)) {
    const retry = () => Promise.all([series.refetch(), period ? table.refetch() : undefined])
    return (
      <>
        {head}
        <ErrorNote error={error} onRetry={retry} />
        {search.period && (
          <p className="indicator-way">
            <Button onClick={() => change({ period: undefined, cohort: undefined, asOf: undefined })}>
              {t('indicator.to-newest')}
            </Button>
          </p>
        )}
      </>
    )
  }
  if (!series.data || isChoosing)
    return (
      <>
        {head}
        <LoadingLines lines={14} />
      </>
    )
  return (
    <div className="indicator">
      {head}
      {period === undefined ? (
        <StateNote title={t('indicator.no-values')}>{t('indicator.no-values-way')}</StateNote>
      ) : (
        <>
          <IndicatorControls
            code={code}
            measure={measure}
            search={search}
            period={period}
            periods={series.data.periods}
            usualCohort={usualCohort ?? indicator.cohort ?? CITY_WIDE}
            onChange={change}
          />
          {search.asOf !== undefined && (
            <PastBanner code={code} vintage={search.asOf} onNewest={() => change({ asOf: undefined })} />
          )}
          {usualCohort !== undefined && usualCohort === search.cohort && table.data && (
            <p className="indicator-note" role="status">
              {t('indicator.usual-cohort', { cohort: named(table.data.cohort) })}
            </p>
          )}
          {table.data ? (
            <div aria-busy={table.isPlaceholderData || series.isPlaceholderData}>
              <IndicatorViews table={table.data} series={series.data} search={search} onChange={change} />
            </div>
          ) : (
            <LoadingLines lines={14} />
          )}
        </>
      )}
      <DefinitionPanel indicator={indicator} />
    </div>
  )
}
