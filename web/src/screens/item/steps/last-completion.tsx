import type { ItemDetail } from '../../../api/item-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { CriterionSentence } from '../sections/criterion-sentence.tsx'

/** What is to be judged: the words and the value of the completion report. */
export function LastCompletion({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const report = item.reports
    .filter(({ kind, round }) => kind === 'completion' && round === item.round)
    .reduce<ItemDetail['reports'][number] | undefined>(
      (last, each) => (last && last.reportedAt >= each.reportedAt ? last : each),
      undefined,
    )
  if (!report) return null
  const files = item.evidence.filter(({ reportId }) => reportId === report.id).length
  return (
    <blockquote className="step-told">
      <p className="soft">
        {t('item.completion-by', { who: report.reporter, day: report.reportedOn })}
        {' · '}
        {t('item.evidence-count', { count: files })}
      </p>
      <p>{report.done}</p>
      {item.criterion && (
        <p>
          <CriterionSentence criterion={item.criterion} value={report.value} />
        </p>
      )}
    </blockquote>
  )
}
