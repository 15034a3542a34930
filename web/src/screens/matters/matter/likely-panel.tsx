import { Link } from '@tanstack/react-router'
import type { MatterPart } from '../../../api/matters.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { LightTag } from '../../../ui/light-tag.tsx'
import { PartWords } from '../part-words.tsx'
import type { MatterWork } from './use-matter-work.ts'

/** Sentences and items that are like this matter's, for a person to take in or to turn down. */
export function LikelyPanel({ work, parts }: { work: MatterWork; parts: readonly MatterPart[] }) {
  const { t } = useWords()
  const { matter, reason } = work
  const partOf = (id: string) => parts.find((part) => part.id === id)
  return (
    <aside className="likely no-print" aria-label={t('matter.likely')}>
      <h2>{t('matter.likely')}</h2>
      {matter.suggestions.length === 0 && <p className="soft">{t('matter.likely-none')}</p>}
      <ul>
        {matter.suggestions.map(({ part, likePartId, likeness, matterId }) => {
          const like = partOf(likePartId)
          return (
            <li key={part.id}>
              <PartWords part={part} />
              <p className="likely-foot">
                <span className="soft">{t('review.likeness', { percent: Math.round(likeness * 100) })}</span>
                <GatedButton
                  size="small"
                  reason={reason}
                  onClick={() =>
                    matterId ? work.merge(matterId) : work.add([{ kind: part.kind, id: part.id }])
                  }
                >
                  {t(matterId ? 'matter.merge-this' : 'matter.take-in')}
                </GatedButton>
                {like && like.kind === 'statement' && part.kind === 'statement' && (
                  <GatedButton
                    size="small"
                    type="text"
                    reason={reason}
                    onClick={() => work.dismiss(part, like)}
                  >
                    {t('review.dismiss')}
                  </GatedButton>
                )}
              </p>
            </li>
          )
        })}
      </ul>
      <h2>{t('matter.likely-items')}</h2>
      {matter.suggestedItems.length === 0 && <p className="soft">{t('matter.likely-items-none')}</p>}
      <ul>
        {matter.suggestedItems.map(({ item, partId, likeness }) => (
          <li key={item.id + partId}>
            <p>
              <Link className="figure" to="/ledger/items/$itemId" params={{ itemId: item.id }} search={{}}>
                {item.number}
              </Link>{' '}
              {item.title}
            </p>
            <p className="likely-foot">
              <LightTag light={item.light} />
              <span className="soft">{t('review.likeness', { percent: Math.round(likeness * 100) })}</span>
              <GatedButton
                size="small"
                reason={reason}
                onClick={() => work.item({ do: 'link', partId, itemId: item.id })}
              >
                {t('matter.link')}
              </GatedButton>
            </p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
