import { Button } from 'antd'
import { useIndicatorVintages } from '../../../api/indicators.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'

interface PastBannerProps {
  code: string
  vintage: number
  onNewest: () => void
}

/** Says that a former vintage is on screen: what was published later is left out. */
export function PastBanner({ code, vintage, onNewest }: PastBannerProps) {
  const { t } = useWords()
  const { data } = useIndicatorVintages(code)
  const found = data?.vintages.find(({ number }) => number === vintage)
  return (
    <div className="indicator-past" role="status">
      <strong>{t('indicator.past', { number: vintage })}</strong>
      <span>
        {found
          ? t('indicator.past-published', { at: formatInstant(found.publishedAt), source: found.source })
          : t('indicator.past-way')}
      </span>
      <Button size="small" className="no-print" onClick={onNewest}>
        {t('indicator.to-newest-vintage')}
      </Button>
    </div>
  )
}
