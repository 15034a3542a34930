import { Link } from '@tanstack/react-router'
import type { UnitReview } from '../../../api/model.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** How the unit's ledger stands, every count with its whole; opens the unit's items. */
export function ItemsLine({ items, unitId }: { items: UnitReview['items']; unitId: string }) {
  const { t } = useWords()
  return (
    <p className="sheet-items">
      <Link to="/ledger" search={{ leadUnitId: unitId }}>
        {t('review.items')}
      </Link>
      <span className="figure">{t('review.items-line', items)}</span>
    </p>
  )
}
