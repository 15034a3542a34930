import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useIndicators } from '../../../api/indicators.ts'
import { useIsAllowed } from '../../../api/session.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { IndicatorsFilter } from './indicators-filter.tsx'
import { IndicatorsTable } from './indicators-table.tsx'
import '../parts/indicators.css'

/** What the city measures. */
export function IndicatorsScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <Indicators />
    </PermittedScreen>
  )
}

function Indicators() {
  const { t } = useWords()
  const search = useSearch({ from: '/house/indicators' })
  const navigate = useNavigate({ from: '/indicators' })
  const mayDefine = useIsAllowed()('indicators.define')
  const { data, error, refetch, isPlaceholderData } = useIndicators(search)
  const isFiltered = Boolean(search.q || search.tag || search.frequency)
  return (
    <>
      <PageHead
        title={t('nav.indicators')}
        note={data && t('indicator.count-of', { count: data.total })}
        actions={
          <>
            <Link to="/indicators/pace" search={{}} className="button-link">
              {t('nav.pace')}
            </Link>
            <Link to="/indicators/compare" search={{}} className="button-link">
              {t('compare.title')}
            </Link>
            {mayDefine && (
              <Link to="/indicators/new" className="ant-btn ant-btn-default button-link">
                {t('define.new')}
              </Link>
            )}
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      />
      <IndicatorLinks />
      <IndicatorsFilter
        search={search}
        tags={data?.tags ?? []}
        onChange={(next) => navigate({ search: next, replace: true })}
      />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={12} />
      ) : data.total === 0 ? (
        <StateNote
          title={t(isFiltered ? 'indicator.none-found' : 'indicator.none-defined')}
          action={
            isFiltered && (
              <Button onClick={() => navigate({ search: {} })}>{t('indicator.clear-filter')}</Button>
            )
          }
        >
          {t(isFiltered ? 'indicator.none-found-way' : 'indicator.none-defined-way')}
        </StateNote>
      ) : (
        <div aria-busy={isPlaceholderData}>
          <IndicatorsTable indicators={data.indicators} />
          <Pager
            page={data.page}
            pageSize={data.pageSize}
            total={data.total}
            onPage={(page) => navigate({ search: (now) => ({ ...now, page }) })}
          />
        </div>
      )}
    </>
  )
}
