import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import type { ItemDetail } from '../../api/item-model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { ItemStanding } from './item-standing.tsx'
import { ActsPanel } from './sections/acts-panel.tsx'
import { DutiesPanel } from './sections/duties-panel.tsx'
import { EvidencePanel } from './sections/evidence-panel.tsx'
import { FactsPanel } from './sections/facts-panel.tsx'
import { PartsPanel } from './sections/parts-panel.tsx'
import { PlanPanel } from './sections/plan-panel.tsx'
import { ReportsPanel } from './sections/reports-panel.tsx'
import { RoundsPanel } from './sections/rounds-panel.tsx'
import { SourcePanel } from './sections/source-panel.tsx'
import { StepBar } from './step-bar.tsx'
import { StoryPanel } from './story/story-panel.tsx'

/** Head, steps, and below them either everything as it is now or how it came about. */
export function ItemPage({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const { view = 'now' } = useSearch({ from: '/house/ledger/items/$itemId' })
  const navigate = useNavigate({ from: '/ledger/items/$itemId' })
  return (
    <article className="item-page">
      <PageHead
        title={item.title}
        note={
          <>
            <span className="figure">{item.number}</span>
            {item.externalNumber && <span className="figure"> · {item.externalNumber}</span>}
            {` · ${t(`item-kind.${item.kind}`)} · ${t(`origin.${item.origin}`)}`}
            {item.priority !== 'normal' && (
              <strong className="ledger-priority"> {t(`priority.${item.priority}`)}</strong>
            )}
          </>
        }
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <ItemStanding item={item} />
      <StepBar item={item} />
      <Tabs
        className="item-tabs no-print"
        activeKey={view}
        onChange={(key) => navigate({ search: key === 'story' ? { view: 'story' } : {}, replace: true })}
        items={[
          { key: 'now', label: t('item.view.now') },
          { key: 'story', label: t('item.view.story') },
        ]}
      />
      {view === 'story' ? <StoryPanel item={item} /> : <ItemNow item={item} />}
    </article>
  )
}

function ItemNow({ item }: { item: ItemDetail }) {
  return (
    <div className="item-columns">
      <div>
        <SourcePanel item={item} />
        <DutiesPanel item={item} />
        <ReportsPanel item={item} />
        <EvidencePanel item={item} />
      </div>
      <div>
        <PartsPanel item={item} />
        <FactsPanel item={item} />
        <PlanPanel item={item} />
        <ActsPanel item={item} />
        <RoundsPanel item={item} />
      </div>
    </div>
  )
}
