import { dayNumber } from '../../../../../src/kernel/day-number.ts'
import type { PaceBoard } from '../../../api/measured-units.ts'
import { formatShare } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ElapsedBar } from '../../../ui/elapsed-bar.tsx'
import { PaceMark } from '../parts/pace-mark.tsx'
import { paceSummary } from './pace-columns.ts'

interface PaceHeadProps {
  board: PaceBoard
  tone: string | undefined
  onTone: (tone: string | undefined) => void
}

/** Half the time, half the work: time passed beside the targets that are half done, and how many stand in each band. */
export function PaceHead({ board, tone, onTone }: PaceHeadProps) {
  const { t, find, locale } = useWords()
  const { half, counted, tones } = paceSummary(board)
  const of = dayNumber(board.to) - dayNumber(board.from) + 1
  const passed = Math.min(Math.max(dayNumber(board.on) - dayNumber(board.from) + 1, 0), of)
  const bandsOf = (each: string) =>
    board.bands.bands
      .filter((band) => band.tone === each)
      .map(({ name }) => (locale === 'en' ? name.en : name.zh))
      .join(' / ') ||
    (find(`pace.${each}`) ?? each)
  return (
    <section className="pace-head indicator-panel" aria-label={t('pace.title')}>
      <h2>{t('pace.title')}</h2>
      <ElapsedBar label={t('pace-board.time')} passed={passed} of={of} />
      <div className="elapsed">
        <span className="elapsed-label">{t('pace-board.half-done')}</span>
        <span className="elapsed-bar" aria-hidden="true">
          <span style={{ width: counted === 0 ? 0 : `${(half / counted) * 100}%` }} />
        </span>
        <span className="figure">
          {t('pace-board.targets', { half, counted })}{' '}
          <span className="soft">({formatShare(half, counted)})</span>
        </span>
      </div>
      <fieldset className="pace-tones">
        <legend className="visually-hidden">{t('pace-board.tones')}</legend>
        {tones.map(({ tone: each, count }) => (
          <button
            key={each}
            type="button"
            aria-pressed={tone === each}
            onClick={() => onTone(tone === each ? undefined : each)}
          >
            <PaceMark tone={each} />
            {bandsOf(each)} <strong className="figure">{count}</strong>
          </button>
        ))}
      </fieldset>
    </section>
  )
}
