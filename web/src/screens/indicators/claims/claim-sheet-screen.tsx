import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useClaimSheet, useClaimSteps } from '../../../api/claims.ts'
import { PermittedScreen, useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { ClaimLine } from './claim-line.tsx'
import { VerdictCounts } from './verdict-counts.tsx'
import '../parts/work.css'
import '../parts/indicators.css'
import './claims.css'

/** One page of a report: every rank and figure that was accepted from it, line by line, and whether it holds. */
export function ClaimSheetScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <Sheet />
    </PermittedScreen>
  )
}

function Sheet() {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const { reportId } = useParams({ from: '/house/indicators/claims/$reportId' })
  const refusal = useRefusalReason()('indicators.check-claims')
  const { data, error, refetch } = useClaimSheet(reportId)
  const { check } = useClaimSteps()
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={12} />
  return (
    <article className="claim-sheet">
      <PageHead
        title={t('claim.sheet', { title: data.title })}
        note={[data.date, t('claim.as-of', { number: data.vintage })].filter(Boolean).join(' · ')}
        actions={
          <>
            <Link to="/indicators/claims" search={{}} className="button-link">
              {t('claim.to-list')}
            </Link>
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
            {refusal ? (
              <GatedButton reason={refusal}>{t('claim.check-all')}</GatedButton>
            ) : (
              <Button
                type="primary"
                loading={check.isPending}
                onClick={() => check.mutate({ report: reportId })}
              >
                {t('claim.check-all')}
              </Button>
            )}
          </>
        }
      />
      {check.error && (
        <Alert className="claims-alert" type="error" role="alert" showIcon title={sentence(check.error)} />
      )}
      <section className="work-panel" aria-label={t('claim.counts')}>
        <VerdictCounts counts={data} />
      </section>
      <ul className="claims" aria-label={t('claim.list')}>
        {data.lines.map((claim) => (
          <ClaimLine key={claim.id} claim={claim} hasReport={false} />
        ))}
      </ul>
    </article>
  )
}
