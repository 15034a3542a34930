import { useHome } from '../../api/home.ts'
import { formatPeriod } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { CyclePanel } from './cycle-panel.tsx'
import './home-screen.css'
import { WaitingPanel } from './waiting-panel.tsx'

/** Where the cycle stands, and what waits for the person who looks. */
export function HomeScreen() {
  const { t, locale } = useWords()
  const { data: home, error, refetch } = useHome()
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!home) return <LoadingLines lines={9} />
  return (
    <>
      <PageHead
        title={t('home.cycle', { quarter: formatPeriod(locale, home.quarter) })}
        note={t('home.as-of', { day: home.asOf })}
      />
      <div className="home">
        <WaitingPanel home={home} />
        <CyclePanel home={home} />
      </div>
    </>
  )
}
