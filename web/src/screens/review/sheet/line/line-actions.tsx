import { Button } from 'antd'
import { useWords } from '../../../../i18n/use-words.ts'
import type { SheetLine } from '../sheet-lines.ts'
import type { LineWork } from '../use-line-work.ts'

interface LineActionsProps {
  line: SheetLine
  isFirst: boolean
  isLast: boolean
  work: LineWork
  onCorrect: (() => void) | undefined
}

/** What may be done to a line: the active one shows it. */
export function LineActions({ line, isFirst, isLast, work, onCorrect }: LineActionsProps) {
  const { t } = useWords()
  if (onCorrect) {
    return (
      <div className="line-actions no-print">
        <Button size="small" onClick={onCorrect}>
          {t('cycle.correct')}
        </Button>
      </div>
    )
  }
  if (!work.mayEdit || work.editingId === line.id) return null
  return (
    <div className="line-actions no-print">
      <Button size="small" onClick={() => work.edit(line)}>
        {t('cycle.edit')}
      </Button>
      <Button size="small" onClick={() => work.toggle(line)}>
        {t(line.included ? 'cycle.leave-out' : 'cycle.include')}
      </Button>
      <Button
        size="small"
        type="text"
        disabled={isFirst}
        aria-label={t('cycle.line-up')}
        onClick={() => work.move(line, -1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        type="text"
        disabled={isLast}
        aria-label={t('cycle.line-down')}
        onClick={() => work.move(line, 1)}
      >
        ↓
      </Button>
    </div>
  )
}
