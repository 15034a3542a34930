import type { Item } from '../../../api/model.ts'
import { useWords } from '../../../i18n/use-words.ts'

type Marked = Pick<
  Item,
  'round' | 'returnedCount' | 'pressedCount' | 'wasLate' | 'hasPendingExtension' | 'notice'
>

/** What has happened to an item that a reader should know at a glance: rounds, returns, pressing, a waiting extension. */
export function Marks({ item }: { item: Marked }) {
  const { t } = useWords()
  const marks = [
    item.round > 1 && t('ledger.mark.round', { count: item.round }),
    item.returnedCount > 0 && t('ledger.mark.returned', { count: item.returnedCount }),
    item.pressedCount > 0 && t('ledger.mark.pressed', { count: item.pressedCount }),
    item.notice && t(`ledger.mark.notice-${item.notice}`),
    item.wasLate && t('ledger.mark.was-late'),
    item.hasPendingExtension && t('ledger.mark.extension'),
  ].filter((mark) => mark !== false && mark !== null)
  if (marks.length === 0) return null
  return (
    <span className="ledger-marks">
      {marks.map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
    </span>
  )
}
