import { Drawer } from 'antd'
import type { DocumentTemplate, TemplateField } from '../../../api/review-templates.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'

type Field = Omit<TemplateField, 'fields'> & { readonly fields?: readonly Field[] }

interface Row {
  readonly field: Field
  /** The keys of the lists around it, outermost first. */
  readonly around: readonly string[]
}

/** What a template may ask for: as it is written in Word, what it stands for, and what the example says there. */
export function FieldDrawer({ template, onClose }: { template: DocumentTemplate; onClose: () => void }) {
  const { t, find } = useWords()
  const columns: Column<Row>[] = [
    {
      key: 'tag',
      title: t('template.column.tag'),
      isMain: true,
      cell: ({ field, around }) => (
        <span className="template-tag" style={{ paddingInlineStart: `${around.length * 18}px` }}>
          {field.kind === 'list' ? (
            <>
              <code>{`{{#${field.name}}}`}</code> … <code>{`{{/${field.name}}}`}</code>
            </>
          ) : (
            <code>{`{{${field.name}}}`}</code>
          )}
          {field.isRequired && <span className="template-required">{t('template.required')}</span>}
        </span>
      ),
    },
    {
      key: 'about',
      title: t('template.column.about'),
      cell: ({ field }) => find(`template.about.${field.key}`) ?? t(`template.kind.${field.kind}`),
    },
    {
      key: 'example',
      title: t('template.column.example'),
      width: '32%',
      cell: ({ field }) => <span className="soft">{field.example ?? '—'}</span>,
    },
  ]
  const name = t(`cycle.document.${template.kind}`)
  return (
    <Drawer open size={860} title={t('template.fields-of', { name })} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the drawer is scrolled by keyboard */}
      <ul className="template-signs" tabIndex={0}>
        {SIGNS.map(({ key, tag }) => (
          <li key={key}>
            <code>{tag}</code> {t(`template.sign.${key}`)}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('template.fields-of', { name })}
        columns={columns}
        rows={flat(template.fields)}
        rowKey={({ field, around }) => [...around, field.key].join('.')}
      />
    </Drawer>
  )
}

/** How placeholders are written; three dots stand for a name. */
const SIGNS = [
  { key: 'value', tag: '{{…}}' },
  { key: 'each', tag: '{{#…}} {{/…}}' },
  { key: 'any', tag: '{{?…}} {{/…}}' },
  { key: 'none', tag: '{{^…}} {{/…}}' },
] as const

const flat = (fields: readonly Field[], around: readonly string[] = []): Row[] =>
  fields.flatMap((field) => [{ field, around }, ...flat(field.fields ?? [], [...around, field.key])])
