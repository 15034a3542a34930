import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { type DocumentTemplate, useTemplateSteps } from '../../../api/review-templates.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { ChangeTemplateDialog } from './change-template-dialog.tsx'
import { FieldList } from './field-list.tsx'
import './templates.css'

/** One line a document: which template is used, and what can be done with it. */
export function TemplatesTable({ templates }: { templates: readonly DocumentTemplate[] }) {
  const { t } = useWords()
  const [changing, setChanging] = useState<DocumentTemplate | null>(null)
  const columns: Column<DocumentTemplate>[] = [
    {
      key: 'kind',
      title: t('template.column.kind'),
      isMain: true,
      cell: (template) => (
        <>
          <strong>{t(`cycle.document.${template.kind}`)}</strong>
          <FieldList fields={template.fields} />
        </>
      ),
    },
    {
      key: 'used',
      title: t('template.column.used'),
      width: '300px',
      cell: ({ isShipped, fileName, changedBy, changedAt }) =>
        isShipped ? (
          <span className="soft">{t('template.shipped')}</span>
        ) : (
          <>
            {fileName}
            <span className="template-by soft">
              {t('cycle.changed-by', {
                who: changedBy ?? '',
                when: changedAt ? formatInstant(changedAt) : '',
              })}
            </span>
          </>
        ),
    },
    {
      key: 'steps',
      title: t('template.column.steps'),
      width: '330px',
      cell: (template) => <Steps template={template} onChange={() => setChanging(template)} />,
    },
  ]
  return (
    <>
      <DataTable
        caption={t('template.title')}
        columns={columns}
        rows={templates}
        rowKey={({ kind }) => kind}
      />
      {changing && <ChangeTemplateDialog template={changing} onClose={() => setChanging(null)} />}
    </>
  )
}

function Steps({ template, onChange }: { template: DocumentTemplate; onChange: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { reset } = useTemplateSteps()
  const address = `/api/reviews/templates/${template.kind}`
  const goBack = () =>
    reset.mutate(template.kind, {
      onSuccess: () => message.success(t('template.reset-done')),
      onError: (error) => message.error(sentence(error)),
    })
  return (
    <span className="template-steps">
      <a href={address} download>
        {t('template.download')}
      </a>
      <a href={`${address}/preview?format=html`} target="_blank" rel="noreferrer">
        {t('template.example')}
      </a>
      <Button size="small" onClick={onChange}>
        {t('template.change')}
      </Button>
      {!template.isShipped && (
        <Popconfirm
          title={t('template.reset-ask')}
          okText={t('template.reset')}
          cancelText={t('app.cancel')}
          onConfirm={goBack}
        >
          <Button size="small" loading={reset.isPending}>
            {t('template.reset')}
          </Button>
        </Popconfirm>
      )}
    </span>
  )
}
