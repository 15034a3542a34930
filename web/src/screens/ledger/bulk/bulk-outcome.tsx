import type { BulkResult } from '../../../api/bulk.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ItemLink } from '../table/item-title.tsx'
import type { PickedItem } from './use-picked.ts'

interface BulkOutcomeProps {
  step: 'dispatch' | 'press'
  result: BulkResult
  items: readonly PickedItem[]
}

/** How many were done, and of each that was left out why. */
export function BulkOutcome({ step, result, items }: BulkOutcomeProps) {
  const { t } = useWords()
  const titles = new Map(items.map((item) => [item.id, item]))
  return (
    <div className="bulk-outcome">
      <p role="status">{t(`ledger.bulk.${step}-done`, { done: result.done.length, total: items.length })}</p>
      {result.skipped.length > 0 && (
        <>
          <h3>{t('ledger.bulk.skipped', { count: result.skipped.length })}</h3>
          <ul>
            {result.skipped.map(({ id, number, sentence }) => (
              <li key={id}>
                <ItemLink id={id}>
                  {[number ?? titles.get(id)?.number, titles.get(id)?.title].filter(Boolean).join(' ')}
                </ItemLink>
                <span>{sentence}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
