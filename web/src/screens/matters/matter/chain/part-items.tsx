import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MatterPart } from '../../../../api/matters.ts'
import { useUnitIndex } from '../../../../api/units.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { LightTag } from '../../../../ui/light-tag.tsx'
import type { MatterWork } from '../use-matter-work.ts'

/** What was done about a shortfall: its items as they stand today. */
export function PartItems({ part, work }: { part: MatterPart; work: MatterWork }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  if (part.items.length === 0) return <p className="matter-nothing">○ {t('matter.no-items')}</p>
  return (
    <ul className="part-items" aria-label={t('matter.column.items')}>
      {part.items.map((item) => (
        <li key={item.id}>
          <Link className="figure" to="/ledger/items/$itemId" params={{ itemId: item.id }} search={{}}>
            {item.number}
          </Link>
          <span className="part-item-title">{item.title}</span>
          <span>{nameOf(item.leadUnitId)}</span>
          <span className="soft">{t(`state.${item.state}`)}</span>
          <LightTag light={item.light} />
          <span className="figure soft">
            {item.closedOn
              ? t('matter.closed-on', { day: item.closedOn })
              : item.dueOn
                ? t('matter.due-on', { day: item.dueOn })
                : ''}
          </span>
          {!work.reason && (
            <Button
              size="small"
              type="text"
              className="no-print"
              aria-label={t('matter.unlink-item', { number: item.number })}
              disabled={work.isSending}
              onClick={() => work.item({ do: 'unlink', partId: part.id, itemId: item.id })}
            >
              ✕
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
