import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMatter } from '../../../api/matters.ts'
import { Problem } from '../../../api/problem.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { MatterPage } from './matter-page.tsx'

/** The chain of one matter over the years. */
export function MatterScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <LoadedMatter />
    </PermittedScreen>
  )
}

function LoadedMatter() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { matterId } = useParams({ from: '/house/review/matters/$matterId' })
  const { data: matter, error, refetch } = useMatter(matterId)
  const livesAt = matter?.id
  useEffect(() => {
    // One that was merged away is shown as the one that it became.
    if (livesAt && livesAt !== matterId)
      navigate({ to: '/review/matters/$matterId', params: { matterId: livesAt }, replace: true })
  }, [livesAt, matterId, navigate])
  if (matter) return <MatterPage key={matter.id} matter={matter} />
  if (!error) return <LoadingLines lines={12} />
  if (!(error instanceof Problem) || ![400, 403, 404].includes(error.status))
    return <ErrorNote error={error} onRetry={refetch} />
  return (
    <StateNote
      tone="error"
      title={t('matter.missing')}
      action={
        <Link to="/review/matters" search={{}}>
          {t('matter.to-list')}
        </Link>
      }
    >
      {t('matter.missing-way')}
    </StateNote>
  )
}
