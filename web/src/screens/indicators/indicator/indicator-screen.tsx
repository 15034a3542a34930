import { useParams } from '@tanstack/react-router'
import { useIndicator } from '../../../api/indicators.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { IndicatorPage } from './indicator-page.tsx'
import '../parts/indicators.css'
import './indicator.css'

/** One indicator: who stands where, over time, on the map, and by which definition. */
export function IndicatorScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <OneIndicator />
    </PermittedScreen>
  )
}

function OneIndicator() {
  const { code } = useParams({ from: '/house/indicators/$code' })
  const { data, error, refetch } = useIndicator(code)
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  return data ? <IndicatorPage indicator={data} key={code} /> : <LoadingLines lines={14} />
}
