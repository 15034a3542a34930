import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type Comparison, useAfterSteps } from '../../../api/review-after.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { ReportChoice } from './report-choice.tsx'

interface ReportBandProps {
  reviewId: string
  period: string
  comparison: Comparison
}

/** Which report was published of this meeting, and how much of it nobody has decided on yet. */
export function ReportBand({ reviewId, period, comparison }: ReportBandProps) {
  const { t, locale } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const reason = useRefusalReason()('reviews.hold')
  const { attach } = useAfterSteps(reviewId)
  const [isChoosing, setChoosing] = useState(false)
  const { report, version } = comparison
  const give = (reportId: string | null) =>
    attach.mutate(
      { version, reportId },
      {
        onSuccess: () => {
          setChoosing(false)
          message.success(t(reportId ? 'after.attached' : 'after.detached'))
        },
        onError: (error) => message.error(sentence(error)),
      },
    )
  const isOpen = isChoosing || report === null
  return (
    <section className="after-part" aria-labelledby="after-report">
      <header>
        <h2 id="after-report">{t('after.report')}</h2>
        {report && (
          <span className="after-tools no-print">
            <GatedButton size="small" reason={reason} onClick={() => setChoosing(!isChoosing)}>
              {t(isChoosing ? 'app.cancel' : 'after.choose-other')}
            </GatedButton>
            <GatedButton
              size="small"
              type="text"
              reason={reason}
              loading={attach.isPending}
              onClick={() => give(null)}
            >
              {t('after.detach')}
            </GatedButton>
          </span>
        )}
      </header>
      {report && (
        <p className="report-line">
          <Link to="/reports/$reportId" params={{ reportId: report.id }} search={{}}>
            {report.title}
          </Link>
          {report.period && <span>{formatPeriod(locale, report.period)}</span>}
          {report.reportDate && (
            <span className="figure">{t('after.report-date', { day: report.reportDate })}</span>
          )}
          {report.undecided > 0 ? (
            <Link
              className="report-undecided"
              to="/reports/$reportId"
              params={{ reportId: report.id }}
              search={{}}
            >
              ▲ {t('after.undecided', { count: report.undecided })}
            </Link>
          ) : (
            <span className="report-decided">✓ {t('after.all-decided')}</span>
          )}
        </p>
      )}
      {report === null && <p className="soft after-note">{t('after.report-note')}</p>}
      {isOpen &&
        (reason ? (
          <p className="soft after-note">{t('after.no-report-yet')}</p>
        ) : (
          <ReportChoice
            period={period}
            chosenId={report?.id}
            isSending={attach.isPending}
            onChoose={give}
            importing={
              <Link to="/reports" search={{}}>
                <Button size="small" tabIndex={-1}>
                  {t('after.import')}
                </Button>
              </Link>
            }
          />
        ))}
    </section>
  )
}
