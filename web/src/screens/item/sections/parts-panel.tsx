import { Link } from '@tanstack/react-router'
import type { ItemDetail } from '../../../api/item-model.ts'
import { useRollUp } from '../../../api/item-steps.ts'
import { ledgerLink } from '../../../app/ledger-link.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { formatRate } from '../../statistics/format-rate.ts'
import { Panel } from './panel.tsx'

/** What the items below add up to: numerator and denominator open into the ledger, the parts right below by name. */
export function PartsPanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  if (!item.parts) return null
  return (
    <Panel title={t('item.parts')} note={t('item.parts-count', { count: item.parts.count })}>
      <Sums itemId={item.id} />
    </Panel>
  )
}

function Sums({ itemId }: { itemId: string }) {
  const { t } = useWords()
  const { data } = useRollUp(itemId)
  if (!data) return null
  const { closed, closedByWeight, progress, parts, title } = data
  return (
    <>
      <p>
        {t('item.parts-closed')}{' '}
        <Link to="/ledger" search={ledgerLink(closed.query, title)}>
          {closed.numerator}
        </Link>
        {' / '}
        <Link to="/ledger" search={ledgerLink(closed.denominatorQuery, title)}>
          {closed.denominator}
        </Link>{' '}
        ({formatRate(closed.rate)})
      </p>
      <p className="soft">
        {t('item.parts-progress', { progress: progress ?? '—', closed: formatRate(closedByWeight) })}
      </p>
      <ul className="parts">
        {parts.map((part) => (
          <li key={part.id}>
            <span className="figure soft">{part.number}</span>
            <Link to="/ledger/items/$itemId" params={{ itemId: part.id }}>
              {part.title}
            </Link>
            <span>{t(`state.${part.state}`)}</span>
            <span className="figure">{part.progress === null ? '—' : `${part.progress}%`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
