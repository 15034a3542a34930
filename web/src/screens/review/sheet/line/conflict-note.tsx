import { Button } from 'antd'
import { formatInstant } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import type { LineConflict, LineWork } from '../use-line-work.ts'

/** Two wrote on one line: who was faster and when, both texts, and whose is to stand. */
export function ConflictNote({ conflict, work }: { conflict: LineConflict; work: LineWork }) {
  const { t } = useWords()
  const { theirs, words } = conflict
  return (
    <div className="line-conflict no-print" role="alert">
      <strong>{t('cycle.conflict', { who: theirs.changedBy, when: formatInstant(theirs.changedAt) })}</strong>
      <dl>
        <dt>{t('cycle.conflict-theirs')}</dt>
        <dd>{theirs.words ?? theirs.sentence}</dd>
        <dt>{t('cycle.conflict-mine')}</dt>
        <dd>{words ?? theirs.sentence}</dd>
      </dl>
      <div className="words-foot">
        <Button size="small" onClick={() => work.settleConflict(false)}>
          {t('cycle.keep-theirs')}
        </Button>
        <Button size="small" type="primary" onClick={() => work.settleConflict(true)}>
          {t('cycle.keep-mine')}
        </Button>
      </div>
    </div>
  )
}
