import { Button } from 'antd'
import type { MatterDetail } from '../../../../api/matters.ts'
import { formatInstant } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'

interface MatterConflictProps {
  of: 'name' | 'settle'
  theirs: MatterDetail
  onTheirs: () => void
  onMine: () => void
}

/** Who was faster and when, and what stands there now; one's own still stands in the form above. */
export function MatterConflict({ of, theirs, onTheirs, onMine }: MatterConflictProps) {
  const { t } = useWords()
  const { settled, title, changedBy, changedAt } = theirs
  const now = of === 'name' ? title : settled ? `${settled.on} ${settled.reason}` : t('matter.not-settled')
  return (
    <div className="matter-conflict" role="alert">
      <strong>{t('matter.conflict', { who: changedBy, when: formatInstant(changedAt) })}</strong>
      <p>
        <span className="soft">{t('cycle.conflict-theirs')}</span> {now}
      </p>
      <p className="matter-conflict-foot">
        <Button size="small" onClick={onTheirs}>
          {t('cycle.keep-theirs')}
        </Button>
        <Button size="small" type="primary" onClick={onMine}>
          {t('cycle.keep-mine')}
        </Button>
      </p>
    </div>
  )
}
