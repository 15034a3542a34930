import { Input, InputNumber, Select } from 'antd'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { UnitSelect } from '../../../ui/unit-select.tsx'
import type { DefinitionDraft } from './definition-draft.ts'
import { Field } from './field.tsx'

interface NameFieldsProps {
  draft: DefinitionDraft
  onChange: (next: Partial<DefinitionDraft>) => void
}

/** What it is called, what it means, and who answers for it. */
export function NameFields({ draft, onChange }: NameFieldsProps) {
  const { t } = useWords()
  const { units } = useUnitIndex()
  return (
    <>
      <Field id="define-name-zh" name={t('define.name')}>
        <Input
          id="define-name-zh"
          maxLength={200}
          value={draft.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </Field>
      <Field id="define-name-en" name={t('define.name-en')}>
        <Input
          id="define-name-en"
          maxLength={200}
          value={draft.nameEn}
          onChange={({ target }) => onChange({ nameEn: target.value })}
        />
      </Field>
      <Field id="define-aliases" name={t('define.field.aliases')} help={t('define.aliases-help')}>
        <Select
          id="define-aliases"
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={50}
          style={{ width: '100%' }}
          placeholder={t('define.aliases-example')}
          value={draft.aliases}
          onChange={(aliases: string[]) => onChange({ aliases })}
        />
      </Field>
      <Field id="define-definition" name={t('indicator.definition')} isWide>
        <Input.TextArea
          id="define-definition"
          rows={3}
          maxLength={4000}
          placeholder={t('define.definition-example')}
          value={draft.definition}
          onChange={({ target }) => onChange({ definition: target.value })}
        />
      </Field>
      <Field id="define-source" name={t('indicator.source')}>
        <UnitSelect
          id="define-source"
          units={units}
          value={draft.sourceUnitId}
          onChange={(sourceUnitId) => onChange({ sourceUnitId })}
        />
      </Field>
      <Field id="define-owner" name={t('indicator.owner')} help={t('define.owner-help')}>
        <Input
          id="define-owner"
          maxLength={100}
          value={draft.owner}
          onChange={({ target }) => onChange({ owner: target.value })}
        />
      </Field>
      <Field id="define-lag" name={t('indicator.lag')} help={t('define.lag-help')}>
        <InputNumber
          id="define-lag"
          min={0}
          max={1000}
          precision={0}
          value={draft.lagDays}
          onChange={(lagDays) => onChange({ lagDays: lagDays ?? 0 })}
        />
      </Field>
      <Field id="define-tags" name={t('define.tags')}>
        <Select
          id="define-tags"
          mode="tags"
          maxCount={20}
          style={{ width: '100%' }}
          value={draft.tags}
          onChange={(tags) => onChange({ tags })}
        />
      </Field>
    </>
  )
}
