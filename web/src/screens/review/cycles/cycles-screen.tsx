import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCycles } from '../../../api/review-cycles.ts'
import { PermittedScreen, useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { ReviewLinks } from '../parts/review-links.tsx'
import { CyclesTable } from './cycles-table.tsx'
import { OpenReviewDrawer } from './open-review-drawer.tsx'

/** The meetings, one a quarter: where each stands and what is due when. */
export function CyclesScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <Cycles />
    </PermittedScreen>
  )
}

function Cycles() {
  const { t } = useWords()
  const { data, error, refetch } = useCycles()
  const [isOpening, setOpening] = useState(false)
  const reason = useRefusalReason()('reviews.prepare')
  const navigate = useNavigate()
  const open = (
    <GatedButton type="primary" reason={reason} onClick={() => setOpening(true)}>
      {t('cycle.open')}
    </GatedButton>
  )
  return (
    <>
      <PageHead title={t('cycle.title')} note={t('cycle.note')} actions={open} />
      <ReviewLinks />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines />
      ) : data.reviews.length === 0 ? (
        <StateNote title={t('cycle.empty')}>{t('cycle.empty-way')}</StateNote>
      ) : (
        <CyclesTable reviews={data.reviews} />
      )}
      {isOpening && (
        <OpenReviewDrawer
          known={data?.reviews ?? []}
          onClose={() => setOpening(false)}
          onDone={({ id }) => navigate({ to: '/review/$reviewId', params: { reviewId: id } })}
        />
      )}
    </>
  )
}
