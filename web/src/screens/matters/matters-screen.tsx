import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMatters } from '../../api/matters.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import type { MattersSearch } from '../../app/review-search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { ReviewLinks } from '../review/parts/review-links.tsx'
import { MatterFilters } from './list/matter-filters.tsx'
import { MattersTable } from './list/matters-table.tsx'
import { Suggestions } from './list/suggestions.tsx'
import './matters.css'

/** Shortfalls that are one matter through several reviews, and those that may be. */
export function MattersScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <Listed />
    </PermittedScreen>
  )
}

function Listed() {
  const { t } = useWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/house/review/matters' })
  const { data, error, refetch } = useMatters(search)
  const go = (next: MattersSearch) => navigate({ to: '/review/matters', search: next, replace: true })
  const isNarrowed = Object.keys(search).length > 0
  return (
    <>
      <PageHead
        title={t('matter.title')}
        note={data && t('matter.count', { count: data.matters.length })}
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <ReviewLinks />
      <MatterFilters search={search} onChange={go} />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={10} />
      ) : (
        <>
          {data.matters.length > 0 ? (
            <MattersTable matters={data.matters} />
          ) : isNarrowed ? (
            <StateNote
              title={t('matter.none-of-these')}
              action={<Button onClick={() => go({})}>{t('matter.show-all')}</Button>}
            />
          ) : data.suggestions.length > 0 ? (
            <p className="soft">{t('matter.empty')}</p>
          ) : (
            <StateNote title={t('matter.empty')}>{t('matter.empty-way')}</StateNote>
          )}
          <Suggestions pairs={data.suggestions} />
        </>
      )}
    </>
  )
}
