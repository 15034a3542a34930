import { Button } from 'antd'
import { useWords } from '../../i18n/use-words.ts'

/** Says that the past is on screen, where nothing can be written. */
export function AsOfBanner({ day, onToday }: { day: string; onToday: () => void }) {
  const { t } = useWords()
  return (
    <div className="ledger-past" role="status">
      <strong>{t('ledger.as-of', { day })}</strong>
      <span>{t('ledger.as-of-way')}</span>
      <Button size="small" className="no-print" onClick={onToday}>
        {t('ledger.as-of-today')}
      </Button>
    </div>
  )
}
