import { Checkbox, Input } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { type DefinitionDraft, isCountedOtherwise } from './definition-draft.ts'
import { Field } from './field.tsx'

export interface ChangeFacts {
  readonly validFrom: string | null
  readonly note: string
  /** Undefined: as follows from what was changed. */
  readonly breaksSeries: boolean | undefined
}

interface ChangeFieldsProps {
  isNew: boolean
  changed: readonly (keyof DefinitionDraft)[]
  facts: ChangeFacts
  onChange: (facts: ChangeFacts) => void
}

/** From when on it holds, why, and whether earlier values are still comparable with later ones. */
export function ChangeFields({ isNew, changed, facts, onChange }: ChangeFieldsProps) {
  const { t } = useWords()
  const breaks = facts.breaksSeries ?? isCountedOtherwise(changed)
  const fields = changed.map((field) => t(`define.field.${field}`)).join(t('app.list-separator'))
  return (
    <section className="work-panel" aria-labelledby="define-change">
      <h2 id="define-change">{t(isNew ? 'define.section.begin' : 'define.section.change')}</h2>
      <div className="define-grid">
        <Field
          id="define-from"
          name={t('define.valid-from')}
          help={t(isNew ? 'define.from-new' : 'define.from-help')}
        >
          <DayField
            id="define-from"
            value={facts.validFrom}
            onChange={(validFrom) => onChange({ ...facts, validFrom })}
          />
        </Field>
        <Field id="define-note" name={t(isNew ? 'define.note' : 'define.change-note')} isWide>
          <Input
            id="define-note"
            maxLength={500}
            placeholder={isNew ? '' : t('define.change-note-example')}
            value={facts.note}
            onChange={({ target }) => onChange({ ...facts, note: target.value })}
          />
        </Field>
      </div>
      {!isNew && (
        <>
          <Checkbox
            checked={breaks}
            onChange={({ target }) => onChange({ ...facts, breaksSeries: target.checked })}
          >
            {t('define.breaks')}
          </Checkbox>
          <p className={breaks ? 'define-breaks' : 'soft'} role="status">
            {changed.length === 0
              ? t('define.unchanged')
              : `${t('define.changed', { fields })} ${t(breaks ? 'define.breaks-way' : 'define.breaks-not')}`}
          </p>
        </>
      )}
    </section>
  )
}
