import type { Item } from '../../../api/item-model.ts'
import { useWords } from '../../../i18n/use-words.ts'

interface CriterionSentenceProps {
  readonly criterion: NonNullable<Item['criterion']>
  /** What was reported; left out where nothing was. */
  readonly value?: string | null
}

/** The indicator that closes an item, what it must reach, and what was reported. */
export function CriterionSentence({ criterion, value = null }: CriterionSentenceProps) {
  const { t } = useWords()
  const { indicator, unitOfMeasure, direction, target } = criterion
  return (
    <span>
      {t(`item.criterion.${direction}`, { indicator, target, unit: unitOfMeasure })}
      {value !== null && (
        <>
          {t('app.list-separator')}
          <strong>{t('item.criterion.value', { value, unit: unitOfMeasure })}</strong>
        </>
      )}
    </span>
  )
}
