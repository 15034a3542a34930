import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { MatterDetail } from '../../../api/matters.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatInstant, formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateWord } from '../state-word.tsx'
import { Chain } from './chain/chain.tsx'
import { AddPartsDialog } from './dialogs/add-parts-dialog.tsx'
import { ChangeDialog } from './dialogs/change-dialog.tsx'
import { MergeDialog } from './dialogs/merge-dialog.tsx'
import { LikelyPanel } from './likely-panel.tsx'
import '../matters.css'
import './matter.css'
import { useMatterWork } from './use-matter-work.ts'

/** Head, the chain from the first wording to today, and beside it what may belong to it. */
export function MatterPage({ matter }: { matter: MatterDetail }) {
  const { t, locale } = useWords()
  const { nameOf } = useUnitIndex()
  const work = useMatterWork(matter)
  const [dialog, setDialog] = useState<'name' | 'settle' | 'merge' | 'add' | null>(null)
  const close = () => setDialog(null)
  const { reason } = work
  const parts = matter.steps.flatMap((step) => step.parts)
  const notToSplit =
    work.chosen.size === 0
      ? t('matter.split-none')
      : work.chosen.size === parts.length
        ? t('matter.split-all')
        : undefined
  const [first, last] = [matter.firstPeriod, matter.lastPeriod].map((of) => of && formatPeriod(locale, of))
  return (
    <article className="matter">
      <PageHead
        title={matter.title}
        note={
          <span className="matter-facts">
            <Link to="/review/matters" search={{ unitId: matter.unitId }}>
              {nameOf(matter.unitId) ?? t('unit.unknown')}
            </Link>
            <StateWord state={matter.state} />
            {matter.wasResolvedBefore && matter.state !== 'resolved' && (
              <span className="matter-again">{t('matter.resolved-before')}</span>
            )}
            <span className="figure">{t('matter.times', { times: matter.times })}</span>
            {first && last && <span>{first === last ? first : `${first} — ${last}`}</span>}
            <span className="figure">
              {t('matter.items-line', { closed: matter.items.closed, total: matter.items.total })}
            </span>
          </span>
        }
        actions={
          <>
            <GatedButton reason={reason} onClick={() => setDialog('name')}>
              {t('matter.rename')}
            </GatedButton>
            <GatedButton reason={reason} onClick={() => setDialog('settle')}>
              {t(matter.settled ? 'matter.settle-change' : 'matter.settle')}
            </GatedButton>
            <GatedButton reason={reason} onClick={() => setDialog('add')}>
              {t('matter.add-parts')}
            </GatedButton>
            {parts.length > 1 && (
              <GatedButton reason={reason ?? notToSplit} loading={work.isSending} onClick={work.split}>
                {t('matter.split')}
              </GatedButton>
            )}
            <GatedButton reason={reason} onClick={() => setDialog('merge')}>
              {t('matter.merge')}
            </GatedButton>
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      />
      <div className="matter-columns">
        <Chain work={work} canChoose={!reason && parts.length > 1} />
        <LikelyPanel work={work} parts={parts} />
      </div>
      <p className="soft matter-changed">
        {t('cycle.changed-by', { who: matter.changedBy, when: formatInstant(matter.changedAt) })}
      </p>
      {(dialog === 'name' || dialog === 'settle') && (
        <ChangeDialog of={dialog} matter={matter} onClose={close} />
      )}
      {dialog === 'merge' && <MergeDialog work={work} onClose={close} />}
      {dialog === 'add' && <AddPartsDialog work={work} onClose={close} />}
    </article>
  )
}
