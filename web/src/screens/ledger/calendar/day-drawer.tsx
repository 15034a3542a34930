import { Drawer } from 'antd'
import type { DatedItem } from '../../../api/ledger-views.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LightTag } from '../../../ui/light-tag.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { DueCell } from '../table/due-cell.tsx'
import { ItemLink } from '../table/item-title.tsx'
import { Lead } from '../table/lead.tsx'

interface DayDrawerProps {
  day: string
  items: readonly DatedItem[]
  asOf: string
  onClose: () => void
}

/** What falls on a day. */
export function DayDrawer({ day, items, asOf, onClose }: DayDrawerProps) {
  const { t } = useWords()
  return (
    <Drawer open size={480} title={day} onClose={onClose}>
      {items.length === 0 ? (
        <StateNote title={t('ledger.calendar.nothing')} />
      ) : (
        <ul className="day-list">
          {items.map(({ item, kind, name }) => (
            <li key={`${kind}${name}${item.id}`}>
              <p>
                <strong>
                  {name ? `${t(`ledger.calendar.${kind}`)} ${name}` : t(`ledger.calendar.${kind}`)}
                </strong>{' '}
                <LightTag light={item.light} />
              </p>
              <ItemLink id={item.id}>{`${item.number} ${item.title}`}</ItemLink>
              <p className="day-list-facts">
                <span>
                  <Lead item={item} />
                </span>
                <DueCell item={item} asOf={asOf} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  )
}
