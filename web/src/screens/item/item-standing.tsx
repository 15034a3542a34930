import { Link } from '@tanstack/react-router'
import type { ItemDetail } from '../../api/item-model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LightTag } from '../../ui/light-tag.tsx'
import { DueCell } from '../ledger/table/due-cell.tsx'
import { Lead } from '../ledger/table/lead.tsx'
import { Marks } from '../ledger/table/marks.tsx'
import { ProgressCell } from '../ledger/table/progress-cell.tsx'

/** Where the item stands: light, state, round, who leads, by when, how far against what is expected. */
export function ItemStanding({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const { parent } = item
  return (
    <div className="item-standing">
      <dl>
        <div>
          <dt>{t('ledger.column.light')}</dt>
          <dd>
            <LightTag light={item.light} />
          </dd>
        </div>
        <div>
          <dt>{t('item-field.state')}</dt>
          <dd>
            <strong>{t(`state.${item.state}`)}</strong>
            {item.round > 1 && <span className="soft"> {t('item.round', { round: item.round })}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('ledger.column.lead')}</dt>
          <dd>
            <Lead item={item} />
          </dd>
        </div>
        <div>
          <dt>{t('ledger.column.due')}</dt>
          <dd>
            <DueCell item={item} asOf={item.asOf} />
          </dd>
        </div>
        <div>
          <dt>{t('item-field.progress')}</dt>
          <dd>
            <ProgressCell item={item} />
          </dd>
        </div>
        {parent && (
          <div>
            <dt>{t('item-field.parentId')}</dt>
            <dd>
              <Link to="/ledger/items/$itemId" params={{ itemId: parent.id }}>
                {parent.title}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      <Marks item={item} />
      {item.state === 'reviewed' && item.declinedReason && (
        <p className="item-warning" role="note">
          {t('item.declined', { reason: item.declinedReason })}
        </p>
      )}
    </div>
  )
}
