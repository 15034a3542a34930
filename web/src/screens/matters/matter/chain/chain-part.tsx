import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { MatterPart } from '../../../../api/matters.ts'
import { formatPeriod } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { GatedButton } from '../../../../ui/gated-button.tsx'
import { OutcomeWord } from '../../../review/parts/outcome-word.tsx'
import { DraftItemDialog } from '../dialogs/draft-item-dialog.tsx'
import { LinkItemDialog } from '../dialogs/link-item-dialog.tsx'
import type { MatterWork } from '../use-matter-work.ts'
import { PartItems } from './part-items.tsx'

interface ChainPartProps {
  part: MatterPart
  work: MatterWork
  canChoose: boolean
}

/** One wording: what was said and where it is printed, the items that put it right, what the next sheet said of it. */
export function ChainPart({ part, work, canChoose }: ChainPartProps) {
  const { t, locale } = useWords()
  const [dialog, setDialog] = useState<'link' | 'draft' | null>(null)
  const { id, text, quote, from, outcome } = part
  return (
    <section className={canChoose ? 'chain-part has-box' : 'chain-part'} aria-label={text}>
      <div className="chain-said">
        {canChoose && (
          <Checkbox
            className="no-print"
            aria-label={t('matter.choose-part', { text })}
            checked={work.chosen.has(id)}
            onChange={({ target }) => work.choose(id, target.checked)}
          />
        )}
        <div>
          <p className="chain-text">{text}</p>
          {quote && quote !== text && <blockquote>{quote}</blockquote>}
          <p className="soft">
            {t(`matter.from.${from.kind}`)} <Link to={part.href}>{from.title}</Link>
          </p>
        </div>
      </div>
      <PartItems part={part} work={work} />
      <p className="chain-tools no-print">
        <GatedButton size="small" type="text" reason={work.reason} onClick={() => setDialog('draft')}>
          + {t('matter.draft-item')}
        </GatedButton>
        <GatedButton size="small" type="text" reason={work.reason} onClick={() => setDialog('link')}>
          {t('matter.link-item')}
        </GatedButton>
      </p>
      {outcome && (
        <p className="chain-outcome">
          <OutcomeWord outcome={outcome.outcome} />{' '}
          <span className="soft">
            {t('matter.outcome-of', { period: formatPeriod(locale, outcome.period), on: outcome.on })}
          </span>
        </p>
      )}
      {dialog === 'draft' && <DraftItemDialog part={part} work={work} onClose={() => setDialog(null)} />}
      {dialog === 'link' && <LinkItemDialog part={part} work={work} onClose={() => setDialog(null)} />}
    </section>
  )
}
