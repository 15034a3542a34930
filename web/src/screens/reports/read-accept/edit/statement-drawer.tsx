import { Alert, Button, Drawer, Form, Select } from 'antd'
import type { Unit } from '../../../../api/model.ts'
import { Problem } from '../../../../api/problem.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../../ui/focus-on-open.ts'
import { KIND_NAMES } from '../../../../ui/kind-tag.tsx'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'
import type { StatementDraft } from './statement-draft.ts'
import { KindFields, StatementFields } from './statement-fields.tsx'

interface StatementDrawerProps {
  title: string
  quote: string
  draft: StatementDraft
  units: readonly Unit[]
  /** Whether the kind can be chosen: only for a statement being added. */
  isNew: boolean
  note?: string | undefined
  isSaving: boolean
  error: unknown
  /** Fetches the statements again, the way out of a conflict. */
  onReload: () => void
  onSave: (draft: StatementDraft) => void
  onClose: () => void
}

/** The form beside the text: correct a statement, or add one. Ctrl+Enter saves, Escape closes. */
export function StatementDrawer({
  title,
  quote,
  draft,
  units,
  isNew,
  note,
  isSaving,
  error,
  onReload,
  onSave,
  onClose,
}: StatementDrawerProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const [form] = Form.useForm<StatementDraft>()
  const kind = Form.useWatch('kind', form) ?? draft.kind
  return (
    <Drawer
      open
      title={title}
      size={460}
      mask={false}
      afterOpenChange={focusOnOpen(() => form.scrollToField(isNew ? 'kind' : 'unitId', { focus: true }))}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="primary" loading={isSaving} onClick={() => form.submit()}>
            {t('app.save')}
          </Button>
        </div>
      }
    >
      <blockquote className="drawer-quote">{quote}</blockquote>
      {note && <Alert type="info" title={note} className="drawer-note" />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft}
        onFinish={(values) => onSave({ ...draft, ...values })}
        onKeyDownCapture={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        {isNew && (
          <Form.Item name="kind" label={t('read.field.kind')}>
            <Select options={KIND_NAMES.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          </Form.Item>
        )}
        <StatementFields units={units} />
        <KindFields kind={kind} units={units} />
      </Form>
      {error !== null && error !== undefined && (
        <Alert
          type="error"
          role="alert"
          title={sentence(error)}
          action={
            error instanceof Problem && error.isConflict ? (
              <Button size="small" onClick={onReload}>
                {t('app.reload')}
              </Button>
            ) : null
          }
        />
      )}
    </Drawer>
  )
}
