import { Drawer } from 'antd'
import { useState } from 'react'
import { useItem } from '../../api/items.ts'
import type { Item } from '../../api/model.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useRefusalReason } from '../../app/permitted-screen.tsx'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GatedButton } from '../../ui/gated-button.tsx'
import { LightTag } from '../../ui/light-tag.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { CorrectItemForm } from './correct-item-form.tsx'
import { ItemFacts } from './item-facts.tsx'
import { Lead } from './ledger-table.tsx'
import { SourceLink } from './source-link.tsx'

/** One item: what is asked of whom by when, and the sentence it comes from; here it is corrected. */
export function ItemDrawer({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const { t } = useWords()
  const { data: item, error, refetch } = useItem(itemId)
  const [isCorrecting, setCorrecting] = useState(false)
  const refusal = useRefusalReason()
  return (
    <Drawer
      open
      size={520}
      onClose={onClose}
      title={
        item
          ? isCorrecting
            ? t('ledger.correct-title', { number: item.number })
            : item.number
          : t('app.loading')
      }
      extra={
        item &&
        !isCorrecting && (
          <GatedButton reason={refusal('ledger.correct', unitsOf(item))} onClick={() => setCorrecting(true)}>
            {t('ledger.correct')}
          </GatedButton>
        )
      }
    >
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !item ? (
        <LoadingLines />
      ) : isCorrecting ? (
        <CorrectItemForm item={item} onClose={() => setCorrecting(false)} />
      ) : (
        <ItemBody item={item} />
      )}
    </Drawer>
  )
}

function unitsOf(item: Item): (string | null)[] {
  return [item.leadUnitId, ...item.supportingUnitIds]
}

function ItemBody({ item }: { item: Item }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const supporting = item.supportingUnitIds.map((id) => nameOf(id) ?? t('unit.unknown'))
  return (
    <article className="item">
      <h2>{item.title}</h2>
      <ItemFacts
        facts={[
          [t('ledger.column.light'), <LightTag key="light" light={item.light} />],
          [t('ledger.column.lead'), <Lead key="lead" item={item} name={nameOf(item.leadUnitId)} />],
          [t('ledger.column.supporting'), supporting.join(t('app.list-separator')) || '—'],
          [t('ledger.column.due'), <Due key="due" item={item} />],
          [
            t('ledger.column.created'),
            t('ledger.entered', { who: item.createdBy, when: formatInstant(item.createdAt) }),
          ],
        ]}
      />
      {item.content && (
        <section>
          <h3>{t('ledger.content')}</h3>
          <p className="item-content">{item.content}</p>
        </section>
      )}
      <section>
        <h3>{t('ledger.quote')}</h3>
        {item.source.kind === 'by-hand' ? (
          <p className="soft">{t('ledger.by-hand')}</p>
        ) : (
          <>
            <blockquote className="source-quote">{item.source.quote.join(' … ')}</blockquote>
            <p className="soft">
              {item.source.reportTitle} · <SourceLink item={item} />
            </p>
          </>
        )}
      </section>
    </article>
  )
}

/** The deadline in force, and the first one where it has moved: late stays late. */
function Due({ item }: { item: Item }) {
  const { t } = useWords()
  if (!item.dueOn) return <span className="soft">{t('ledger.no-due')}</span>
  return (
    <span className="figure">
      {item.dueOn}
      {item.firstDueOn && item.firstDueOn !== item.dueOn && (
        <span className="soft"> ({t('ledger.first-due', { day: item.firstDueOn })})</span>
      )}
    </span>
  )
}
