import { App } from 'antd'
import type { Recurrence } from '../../../api/model.ts'
import { useDecideRecurrence } from '../../../api/reviews.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { formatInstant, formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { SentenceLink } from './sentence-link.tsx'

/** Earlier shortfalls that seem to have come back: both sentences side by side, for a person to say. */
export function Recurrences({ recurrences }: { recurrences: readonly Recurrence[] }) {
  const { t } = useWords()
  return (
    <section className="recurrences" aria-labelledby="recurrences">
      <h2 id="recurrences">{t('review.recurrences')}</h2>
      {recurrences.length === 0 ? (
        <p className="soft">{t('review.recurrences-none')}</p>
      ) : (
        <ul>
          {recurrences.map((recurrence) => (
            <RecurrenceRow key={`${recurrence.earlier.id}${recurrence.later.id}`} recurrence={recurrence} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RecurrenceRow({ recurrence }: { recurrence: Recurrence }) {
  const { t } = useWords()
  const { earlier, later, verdict, sharedWords, likeness } = recurrence
  return (
    <li className={`recurrence is-${verdict}`} aria-label={later.subject}>
      <Side name={t('review.earlier')} statement={earlier} report={recurrence.earlierReport} />
      <Side name={t('review.later')} statement={later} report={recurrence.laterReport} />
      <div className="recurrence-foot">
        <strong className="recurrence-verdict">{t(`review.recurrence.${verdict}`)}</strong>
        <span className="soft">
          {t('review.likeness', { percent: Math.round(likeness * 100) })}
          {sharedWords.length > 0 &&
            ` · ${t('review.shared', { words: sharedWords.join(t('app.list-separator')) })}`}
        </span>
        {recurrence.decidedBy && recurrence.decidedAt && (
          <span className="soft">
            {t('review.recurrence.decided', {
              who: recurrence.decidedBy,
              when: formatInstant(recurrence.decidedAt),
            })}
          </span>
        )}
        <Verdict recurrence={recurrence} />
      </div>
    </li>
  )
}

interface SideProps {
  name: string
  statement: Recurrence['earlier']
  report: Recurrence['earlierReport']
}

function Side({ name, statement, report }: SideProps) {
  const { locale } = useWords()
  return (
    <div className="recurrence-side">
      <p className="soft">
        {name} · {report.period ? formatPeriod(locale, report.period) : report.title}
      </p>
      <p className="recurrence-subject">{statement.subject}</p>
      <blockquote>{statement.quote.join(' … ')}</blockquote>
      <SentenceLink statement={statement} />
    </div>
  )
}

function Verdict({ recurrence }: { recurrence: Recurrence }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const decide = useDecideRecurrence()
  const { earlier, later, verdict } = recurrence
  const reason = useRefusalReason()('reviews.decide', [later.unitId])
  const say = (next: 'confirmed' | 'dismissed') =>
    decide.mutate(
      { earlierId: earlier.id, laterId: later.id, verdict: next },
      {
        onSuccess: () => message.success(t(`review.${next}`)),
        onError: (error) => message.error(sentence(error)),
      },
    )
  return (
    <span className="recurrence-actions no-print">
      {verdict !== 'confirmed' && (
        <GatedButton
          size="small"
          type="primary"
          reason={reason}
          loading={decide.isPending}
          onClick={() => say('confirmed')}
        >
          {t('review.confirm')}
        </GatedButton>
      )}
      {verdict !== 'dismissed' && (
        <GatedButton
          size="small"
          reason={reason}
          disabled={decide.isPending}
          onClick={() => say('dismissed')}
        >
          {t('review.dismiss')}
        </GatedButton>
      )}
    </span>
  )
}
