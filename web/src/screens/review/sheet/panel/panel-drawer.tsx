import { Drawer } from 'antd'
import type { Correction } from '../../../../api/review-model.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import type { SheetLine } from '../sheet-lines.ts'
import { LinePanel } from './line-panel.tsx'

interface PanelDrawerProps {
  line: SheetLine
  corrections: readonly Correction[]
  onClose: () => void
}

/** The panel of the active line where a narrow screen has no room beside the lines. */
export function PanelDrawer({ line, corrections, onClose }: PanelDrawerProps) {
  const { t } = useWords()
  return (
    <Drawer open size={420} title={t('cycle.sources')} onClose={onClose}>
      <p className="panel-line">{line.shown}</p>
      <LinePanel line={line} corrections={corrections} />
    </Drawer>
  )
}
