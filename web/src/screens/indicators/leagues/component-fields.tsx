import { Button, Input, Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { IndicatorSelect } from '../parts/indicator-select.tsx'
import type { Component, LeagueDraft } from './league-draft.ts'

type Sources = LeagueDraft['definition']['sources']

interface ComponentFieldsProps {
  components: readonly Component[]
  sources: Sources
  onChange: (components: Component[], sources: Sources) => void
}

/** Each component: what it is called, what it weighs, where its values come from and how they become points. */
export function ComponentFields({ components, sources, onChange }: ComponentFieldsProps) {
  const { t } = useWords()
  const change = (key: string, next: Partial<Component>) =>
    onChange(
      components.map((each) => (each.key === key ? { ...each, ...next } : each)),
      sources,
    )
  const source = (key: string, next: Sources[string]) =>
    onChange([...components], { ...sources, [key]: next })
  const remove = (key: string) => {
    const { [key]: _, ...rest } = sources
    onChange(
      components.filter((each) => each.key !== key),
      rest,
    )
  }
  const kinds = (['own', 'score', 'rank-points'] as const).map((value) => ({
    value,
    label: t(`composite.scoring.${value}`),
  }))
  return (
    <ol className="league-components">
      {components.map((component) => {
        const { key, name, weight, score } = component
        const from = sources[key]
        return (
          <li key={key}>
            <Input
              aria-label={t('composite.component-name')}
              value={name.zh}
              onChange={({ target }) => change(key, { name: { zh: target.value, en: target.value } })}
            />
            <Input
              aria-label={t('composite.weight')}
              inputMode="decimal"
              value={weight}
              onChange={({ target }) => change(key, { weight: target.value.trim() })}
            />
            <IndicatorSelect
              label={t('composite.source')}
              isOptional
              placeholder={t('composite.entered')}
              value={from?.kind === 'indicator' ? from.indicator : null}
              onChange={(indicator) =>
                source(
                  key,
                  indicator === null
                    ? { kind: 'entered' }
                    : { kind: 'indicator', indicator, measure: 'level', month: monthOf(from) },
                )
              }
            />
            <Select
              aria-label={t('composite.month')}
              disabled={from?.kind !== 'indicator'}
              value={monthOf(from) ?? 0}
              options={[0, 1, 2, 3].map((value) => ({
                value,
                label: value === 0 ? t('composite.whole-period') : t('composite.month-of', { month: value }),
              }))}
              onChange={(month) =>
                from?.kind === 'indicator' && source(key, { ...from, month: month === 0 ? null : month })
              }
            />
            <Select<Scoring>
              aria-label={t('composite.scoring')}
              value={score.kind === 'linear' ? 'own' : score.kind}
              options={kinds}
              onChange={(kind) => change(key, { score: scoreOf(kind) })}
            />
            <Button
              size="small"
              disabled={components.length === 1}
              onClick={() => remove(key)}
              aria-label={t('composite.remove', { name: name.zh })}
            >
              ×
            </Button>
          </li>
        )
      })}
    </ol>
  )
}

const monthOf = (from: Sources[string] | undefined) =>
  from?.kind === 'indicator' ? (from.month ?? null) : null

type Scoring = 'own' | 'score' | 'rank-points'

function scoreOf(kind: Scoring): Component['score'] {
  if (kind === 'score') return { kind }
  if (kind === 'own') return { kind: 'linear', direction: 'higher', target: 'own', capPercent: null }
  return { kind, direction: 'higher', points: ['10', '8', '6', '4', '2'] }
}
