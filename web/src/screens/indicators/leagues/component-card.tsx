import { Button, Input, Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { Field } from '../define/field.tsx'
import { type Component, type Definition, renamed, type Source } from './league-draft.ts'
import { ScoringFields } from './scoring-fields.tsx'
import { SourceFields } from './source-fields.tsx'

interface ComponentCardProps {
  component: Component
  source: Source
  frequency: Definition['frequency']
  /** The key of the league. */
  own: string
  groups: Definition['scheme']['groups']
  isOnly: boolean
  onChange: (next: Partial<Component>) => void
  onSource: (source: Source) => void
  onRemove: () => void
}

/** One component: what it is called, what it weighs, where its values come from and how they become points. */
export function ComponentCard(props: ComponentCardProps) {
  const { component, source, frequency, own, groups, isOnly, onChange, onSource, onRemove } = props
  const { t, locale } = useWords()
  const { key, name, weight, group } = component
  const shown = locale === 'en' ? name.en : name.zh
  return (
    <li className="league-component">
      <fieldset className="define-grid">
        <legend className="visually-hidden">{shown}</legend>
        <Field id={`${key}-name`} name={t('composite.component-name')}>
          <Input
            id={`${key}-name`}
            maxLength={60}
            value={shown}
            onChange={({ target }) => onChange({ name: renamed(name, locale, target.value) })}
          />
        </Field>
        <Field id={`${key}-weight`} name={t('composite.weight')}>
          <Input
            id={`${key}-weight`}
            inputMode="decimal"
            value={weight}
            onChange={({ target }) => onChange({ weight: target.value.trim() })}
          />
        </Field>
        <SourceFields id={key} source={source} frequency={frequency} own={own} onChange={onSource} />
        <ScoringFields id={key} score={component.score} onChange={(score) => onChange({ score })} />
        {groups.length > 0 && (
          <Field id={`${key}-group`} name={t('composite.group')}>
            <Select
              id={`${key}-group`}
              allowClear
              placeholder={t('composite.no-group')}
              value={group}
              options={groups.map((each) => ({
                value: each.key,
                label: locale === 'en' ? each.name.en : each.name.zh,
              }))}
              onChange={(next: string | null | undefined) => onChange({ group: next ?? null })}
            />
          </Field>
        )}
      </fieldset>
      <Button
        size="small"
        disabled={isOnly}
        onClick={onRemove}
        aria-label={t('composite.remove', { name: shown })}
      >
        ×
      </Button>
    </li>
  )
}
