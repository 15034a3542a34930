import { useWords } from '../../../i18n/use-words.ts'

interface RankChangeProps {
  /** Places upward; null for a unit that was not ranked before. */
  places: number | null
}

/** How a place moved: arrow, number and word, so that neither colour nor shape is alone. */
export function RankChange({ places }: RankChangeProps) {
  const { t } = useWords()
  if (places === null) return <span className="soft">{t('indicator.change.none')}</span>
  if (places === 0) return <span className="soft rank-change">{t('indicator.change.same')}</span>
  const direction = places > 0 ? 'up' : 'down'
  return (
    <span className={`rank-change is-${direction}`}>
      <span aria-hidden="true">{places > 0 ? '▲' : '▼'}</span>
      {t(`indicator.change.${direction}`, { places: Math.abs(places) })}
    </span>
  )
}
