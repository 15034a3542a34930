import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useClaims } from '../../../api/claims.ts'
import type { ClaimsSearch } from '../../../app/indicator-work-search.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { ClaimLine } from './claim-line.tsx'
import { ClaimsFilter } from './claims-filter.tsx'
import { ReportsTable } from './reports-table.tsx'
import '../parts/work.css'
import '../parts/indicators.css'
import './claims.css'

/** What reports claimed, and whether the numbers bear it out. */
export function ClaimsScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <Claims />
    </PermittedScreen>
  )
}

function Claims() {
  const { t } = useWords()
  const search = useSearch({ from: '/house/indicators/claims' })
  const navigate = useNavigate()
  const { data, error, refetch } = useClaims(search)
  const go = (next: ClaimsSearch) => navigate({ to: '/indicators/claims', search: next })
  const isFiltered = Boolean(search.report || search.verdict || search.match)
  return (
    <>
      <PageHead
        title={t('claim.title')}
        note={t('claim.note')}
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <IndicatorLinks />
      <ReportsTable />
      <h2 className="claims-list-head">{t('claim.list')}</h2>
      <ClaimsFilter search={search} onChange={go} />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={8} />
      ) : data.total === 0 ? (
        <StateNote
          title={t(isFiltered ? 'claim.none-found' : 'claim.empty')}
          action={isFiltered && <Button onClick={() => go({})}>{t('claim.clear-filter')}</Button>}
        >
          {t(isFiltered ? 'claim.none-found-way' : 'claim.empty-way')}
        </StateNote>
      ) : (
        <>
          <ul className="claims" aria-label={t('claim.list')}>
            {data.claims.map((claim) => (
              <ClaimLine key={claim.id} claim={claim} hasReport />
            ))}
          </ul>
          <Pager
            page={data.page}
            pageSize={data.pageSize}
            total={data.total}
            onPage={(page) => go({ ...search, page })}
          />
        </>
      )}
    </>
  )
}
