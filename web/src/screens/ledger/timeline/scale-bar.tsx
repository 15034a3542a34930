import { Button, Segmented } from 'antd'
import { TIME_SCALES } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { ShowInLedger } from '../use-ledger-address.ts'
import { monthBeside, type TimeScale } from './time-scale.ts'

/** How much time is shown, and the way to earlier and later. */
export function ScaleBar({ scale, onShow }: { scale: TimeScale; onShow: ShowInLedger }) {
  const { t } = useWords()
  return (
    <div className="scale-bar">
      <Segmented
        className="no-print"
        aria-label={t('ledger.timeline.scale')}
        value={scale.name}
        options={TIME_SCALES.map((value) => ({ value, label: t(`ledger.scale.${value}`) }))}
        onChange={(value) => onShow({ scale: value, month: undefined })}
      />
      <Button className="no-print" onClick={() => onShow({ month: monthBeside(scale, -1) })}>
        {t('ledger.earlier')}
      </Button>
      <strong className="figure">
        {scale.from} – {scale.to}
      </strong>
      <Button className="no-print" onClick={() => onShow({ month: monthBeside(scale, 1) })}>
        {t('ledger.later')}
      </Button>
      <Button className="no-print" type="text" onClick={() => onShow({ month: undefined })}>
        {t('ledger.now')}
      </Button>
    </div>
  )
}
