import type { ItemDetail } from '../../../api/item-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Panel } from './panel.tsx'

/** How progress is expected to grow: evenly, or by named nodes, each reached or missed. */
export function PlanPanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const { plan, startOn, dueOn } = item
  if (plan.kind === 'linear' && !(startOn && dueOn)) return null
  return (
    <Panel
      title={t('item.plan')}
      note={item.expected === null ? undefined : t('item.plan-expected', { expected: item.expected })}
    >
      {plan.kind === 'linear' ? (
        <p>{t('item.plan-line', { from: startOn ?? '—', to: dueOn ?? '—' })}</p>
      ) : (
        <ol className="plan-nodes">
          {plan.nodes.map((node) => {
            const stage =
              item.progress >= node.progress ? 'reached' : node.on < item.asOf ? 'missed' : 'ahead'
            return (
              <li key={node.on} className={`is-${stage}`}>
                <span className="figure">{node.on}</span>
                <span>{node.name}</span>
                <span className="figure">{node.progress}%</span>
                <span>{t(`plan-node.${stage}`)}</span>
              </li>
            )
          })}
        </ol>
      )}
    </Panel>
  )
}
