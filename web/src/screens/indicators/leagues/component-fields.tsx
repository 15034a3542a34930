import { Button } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { ComponentCard } from './component-card.tsx'
import { addComponent, type Definition, removeComponent, weightSum, withOutcomes } from './league-draft.ts'

interface ComponentFieldsProps {
  /** The key of the league. */
  own: string
  definition: Definition
  onChange: (definition: Definition) => void
}

/** The components one under the other, and what their weights add up to. */
export function ComponentFields({ own, definition, onChange }: ComponentFieldsProps) {
  const { t } = useWords()
  const { scheme, sources, frequency } = definition
  const { components, groups } = scheme
  const sum = weightSum(components.map(({ weight }) => weight))
  return (
    <section aria-labelledby="league-parts">
      <h2 id="league-parts">{t('composite.section.components')}</h2>
      <ol className="league-components">
        {components.map((component) => (
          <ComponentCard
            key={component.key}
            component={component}
            source={sources[component.key] ?? { kind: 'entered' }}
            frequency={frequency}
            own={own}
            groups={groups}
            isOnly={components.length === 1}
            onChange={(next) =>
              onChange(
                withOutcomes({
                  ...definition,
                  scheme: {
                    ...scheme,
                    components: components.map((each) =>
                      each.key === component.key ? { ...each, ...next } : each,
                    ),
                  },
                }),
              )
            }
            onSource={(source) =>
              onChange({ ...definition, sources: { ...sources, [component.key]: source } })
            }
            onRemove={() => onChange(removeComponent(definition, component.key))}
          />
        ))}
      </ol>
      <p className="league-sum">
        <span role="status">
          {t('composite.weight-sum', { sum })}
          {sum !== '100' && <span className="define-note"> {t('composite.not-hundred')}</span>}
        </span>
        <Button size="small" onClick={() => onChange(addComponent(definition))}>
          {t('composite.add-component')}
        </Button>
      </p>
    </section>
  )
}
