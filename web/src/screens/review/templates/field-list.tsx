import type { TemplateField } from '../../../api/review-templates.ts'
import { useWords } from '../../../i18n/use-words.ts'

type Field = Pick<TemplateField, 'key' | 'name' | 'kind' | 'isRequired'> & {
  readonly fields?: readonly Field[]
}

/** The placeholders that a template may use, as they are written in Word; lists with what stands inside them. */
export function FieldList({ fields }: { fields: readonly TemplateField[] }) {
  const { t } = useWords()
  return (
    <details className="template-fields">
      <summary>{t('template.fields', { count: fields.length })}</summary>
      <p className="soft">{t('template.fields-note')}</p>
      <Fields fields={fields} />
    </details>
  )
}

function Fields({ fields }: { fields: readonly Field[] }) {
  const { t } = useWords()
  return (
    <ul>
      {fields.map((field) => (
        <li key={field.key}>
          <code>
            {field.kind === 'list' ? `{{#${field.name}}} … {{/${field.name}}}` : `{{${field.name}}}`}
          </code>
          <span className="soft">
            {' '}
            {t(`template.kind.${field.kind}`)}
            {field.isRequired && ` · ${t('template.required')}`}
          </span>
          {field.fields && field.fields.length > 0 && <Fields fields={field.fields} />}
        </li>
      ))}
    </ul>
  )
}
