import { App, Button } from 'antd'
import { useState } from 'react'
import { type DocumentTemplate, useTemplateSteps } from '../../../api/review-templates.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { useAskFirst } from '../../../ui/use-ask-first.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { ChangeTemplateDialog } from './change-template-dialog.tsx'
import { FieldDrawer } from './field-drawer.tsx'
import './templates.css'
import { VersionsDrawer } from './versions-drawer.tsx'

/** One line a document: which template is used, and what can be done with it. */
export function TemplatesTable({ templates }: { templates: readonly DocumentTemplate[] }) {
  const { t } = useWords()
  const [open, setOpen] = useState<{ what: Opened; template: DocumentTemplate } | null>(null)
  const columns: Column<DocumentTemplate>[] = [
    {
      key: 'kind',
      title: t('template.column.kind'),
      isMain: true,
      cell: ({ kind }) => <strong>{t(`cycle.document.${kind}`)}</strong>,
    },
    {
      key: 'used',
      title: t('template.column.used'),
      cell: ({ isShipped, fileName }) =>
        isShipped ? <span className="soft">{t('template.shipped')}</span> : fileName,
    },
    {
      key: 'since',
      title: t('template.column.since'),
      width: '220px',
      cell: ({ changedBy, changedAt }) =>
        changedAt ? t('cycle.changed-by', { who: changedBy ?? '', when: formatInstant(changedAt) }) : '—',
    },
    {
      key: 'steps',
      title: t('template.column.steps'),
      width: '46%',
      cell: (template) => <Steps template={template} onOpen={(what) => setOpen({ what, template })} />,
    },
  ]
  const close = () => setOpen(null)
  return (
    <>
      <DataTable
        caption={t('template.title')}
        columns={columns}
        rows={templates}
        rowKey={({ kind }) => kind}
      />
      {open?.what === 'change' && <ChangeTemplateDialog template={open.template} onClose={close} />}
      {open?.what === 'fields' && <FieldDrawer template={open.template} onClose={close} />}
      {open?.what === 'versions' && <VersionsDrawer template={open.template} onClose={close} />}
    </>
  )
}

type Opened = 'change' | 'fields' | 'versions'

interface StepsProps {
  template: DocumentTemplate
  onOpen: (what: Opened) => void
}

function Steps({ template, onOpen }: StepsProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { reset } = useTemplateSteps()
  const ask = useAskFirst()
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
      <Button size="small" type="link" onClick={() => onOpen('fields')}>
        {t('template.fields')}
      </Button>
      <Button size="small" type="link" onClick={() => onOpen('versions')}>
        {t('template.versions')}
      </Button>
      <Button size="small" onClick={() => onOpen('change')}>
        {t('template.change')}
      </Button>
      {!template.isShipped && (
        <Button
          size="small"
          loading={reset.isPending}
          onClick={() => ask({ title: t('template.reset-ask'), okText: t('template.reset'), onOk: goBack })}
        >
          {t('template.reset')}
        </Button>
      )}
    </span>
  )
}
