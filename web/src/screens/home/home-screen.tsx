import { Link } from '@tanstack/react-router'
import { useHome } from '../../api/home.ts'
import { useIsAllowed } from '../../api/session.ts'
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
  const isAllowed = useIsAllowed()
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!home) return <LoadingLines lines={9} />
  return (
    <>
      <PageHead
        title={t('home.cycle', { quarter: formatPeriod(locale, home.quarter) })}
        note={t('home.as-of', { day: home.asOf })}
        actions={
          isAllowed('ledger.dispatch') ? (
            <Link to="/desk">{t('nav.desk')}</Link>
          ) : (
            isAllowed('ledger.read') && <Link to="/my-unit">{t('nav.my-unit')}</Link>
          )
        }
      />
      <div className="home">
        <WaitingPanel home={home} />
        <CyclePanel home={home} />
      </div>
    </>
  )
}
