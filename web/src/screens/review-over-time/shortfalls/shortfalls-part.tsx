import { useSearch } from '@tanstack/react-router'
import type { OverTime } from '../../../api/review-over-time.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatShare } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { StateNote } from '../../../ui/state-note.tsx'
import { reviewName } from '../review-name.ts'
import { CountLink } from './count-link.tsx'
import { FatesTable } from './fates-table.tsx'
import { ForgottenTable } from './forgotten-table.tsx'
import { ALL, forgottenBy, listedShortfalls } from './listed-shortfalls.ts'
import { ShortfallList } from './shortfall-list.tsx'

/** What share of shortfalls was resolved by the next review, and who forgot the others; each number opens its list. */
export function ShortfallsPart({ overTime }: { overTime: OverTime }) {
  const { t, locale } = useWords()
  const { nameOf } = useUnitIndex()
  const search = useSearch({ from: '/house/review/over-time' })
  const { resolved, reviews, forgotten } = overTime
  if (reviews.length === 0) return <StateNote title={t('time.empty')}>{t('time.empty-way')}</StateNote>
  const listed = listedShortfalls(overTime, search)
  const unit = forgotten.find(({ unitId }) => forgottenBy(unitId) === search.list)
  const review = reviews.find((one) => one.review === search.list)
  const ofWhat = unit
    ? t('time.list.forgotten', { unit: nameOf(unit.unitId) ?? t('unit.unknown') })
    : search.list === ALL || !review
      ? t('time.list.all')
      : t('time.list.review', { review: reviewName(locale, review) })
  return (
    <>
      <p className="time-share">
        <strong className="figure">{formatShare(resolved.numerator, resolved.denominator)}</strong>
        <span>{t('time.resolved-share')}</span>
        <span className="figure">
          <CountLink
            count={resolved.numerator}
            list={ALL}
            fate="resolved"
            name={t('cycle.outcome.resolved')}
          />{' '}
          / <CountLink count={resolved.denominator} list={ALL} name={t('time.judged')} />
        </span>
        <span className="soft">{t('time.share-note')}</span>
      </p>
      <FatesTable reviews={reviews} />
      {forgotten.length > 0 && <ForgottenTable forgotten={forgotten} />}
      {listed && (
        <ShortfallList
          key={`${search.list} ${search.fate}`}
          title={ofWhat}
          fate={search.fate}
          shortfalls={listed}
        />
      )}
    </>
  )
}
