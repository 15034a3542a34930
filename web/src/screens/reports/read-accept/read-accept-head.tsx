import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Report, Statement } from '../../../api/model.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { formatInstant, formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'

interface ReadAcceptHeadProps {
  report: Report
  statements: readonly Statement[]
  reason: string | undefined
  onBulk: () => void
  onHelp: () => void
}

/** Which report it is, how far it is decided, and the actions on all of it. */
export function ReadAcceptHead({ report, statements, reason, onBulk, onHelp }: ReadAcceptHeadProps) {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const mayNotCheck = useRefusalReason()('reviews.check')
  const open = statements.filter(({ status }) => status === 'proposed').length
  const facts = [
    report.period && formatPeriod(locale, report.period),
    report.reportDate &&
      `${t('read.report-date')} ${report.reportDate} (${t(`reports.date-from.${report.reportDateFrom}`)})`,
    report.source ?? report.fileName,
    t('read.received-by', { who: report.receivedBy, when: formatInstant(report.receivedAt) }),
  ]
  return (
    <PageHead
      title={report.title}
      note={<span title={`${t('read.hash')} ${report.textHash}`}>{facts.filter(Boolean).join(' · ')}</span>}
      actions={
        <>
          <span className="read-accept-count figure" role="status">
            {t('read.decided-of', { decided: statements.length - open, total: statements.length })}
          </span>
          <GatedButton
            reason={mayNotCheck}
            onClick={() => navigate({ to: '/check', search: { report: report.id } })}
          >
            {t('check.this-report')}
          </GatedButton>
          <GatedButton
            reason={reason ?? (open === 0 ? t('read.bulk-none-open') : undefined)}
            onClick={onBulk}
          >
            {t('read.bulk')}
          </GatedButton>
          <Button className="read-accept-help" onClick={onHelp} aria-label={t('app.keys-help')}>
            <kbd>?</kbd>
          </Button>
        </>
      }
    />
  )
}
