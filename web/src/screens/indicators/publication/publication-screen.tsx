import { useParams } from '@tanstack/react-router'
import { usePublication } from '../../../api/indicators.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PublicationPage } from './publication-page.tsx'
import '../parts/indicators.css'

/** A league table as it was frozen. */
export function PublicationScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <OnePublication />
    </PermittedScreen>
  )
}

function OnePublication() {
  const { number } = useParams({ from: '/house/indicators/publications/$number' })
  const { data, error, refetch } = usePublication(Number(number))
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  return data ? <PublicationPage publication={data} /> : <LoadingLines lines={14} />
}
