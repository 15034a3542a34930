import { Link } from '@tanstack/react-router'
import type { Item } from '../../../api/model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { SourceLink } from '../source-link.tsx'

/** What is asked, opening the item's own page; below it what kind of item it is and where it comes from. */
export function ItemTitle({ item }: { item: Item }) {
  const { t } = useWords()
  return (
    <span className="ledger-title">
      <ItemLink id={item.id}>{item.title}</ItemLink>
      <span className="ledger-title-note soft">
        {item.priority !== 'normal' && (
          <strong className="ledger-priority">{t(`priority.${item.priority}`)}</strong>
        )}
        {item.kind !== 'task' && <span>{t(`item-kind.${item.kind}`)}</span>}
        {item.origin !== 'other' && <span>{t(`origin.${item.origin}`)}</span>}
        <SourceLink item={item} />
      </span>
    </span>
  )
}

/** The way to an item's own page. */
export function ItemLink({ id, children }: { id: string; children: string }) {
  const to: string = `/ledger/items/${id}`
  return <Link to={to}>{children}</Link>
}
