import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Form, Input, Modal } from 'antd'
import { type LeagueTable, useFreeze } from '../../../../api/indicators.ts'
import type { IndicatorSearch } from '../../../../app/indicator-search.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'

interface FreezeDialogProps {
  table: LeagueTable
  search: IndicatorSearch
  /** Proposed; it is the publication's title. */
  title: string
  onClose: () => void
}

/** Freezes exactly the table on screen, as of the vintage on screen, and goes to its publication. */
export function FreezeDialog({ table, search, title, onClose }: FreezeDialogProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const sentence = useProblemSentence()
  const freeze = useFreeze()
  const [form] = Form.useForm<{ title: string }>()
  const submit = (fields: { title: string }) =>
    freeze.mutate(
      {
        indicator: table.indicator.code,
        title: fields.title.trim(),
        period: table.period,
        cohort: table.cohort.key,
        measure: table.measure,
        asOf: table.asOf,
        first: table.first,
        against: search.against ?? 'previous',
      },
      {
        onSuccess: ({ number }) => {
          message.success(t('indicator.frozen', { number }))
          navigate({ to: '/indicators/publications/$number', params: { number: String(number) } })
        },
      },
    )
  return (
    <Modal
      open
      title={t('indicator.freeze')}
      okText={t('indicator.freeze')}
      okButtonProps={{ loading: freeze.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('title')?.focus())}
      width={520}
    >
      <p className="soft">{t('indicator.freeze-note', { asOf: table.asOf })}</p>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ title }} onFinish={submit}>
        <Form.Item
          name="title"
          label={t('indicator.publication-title')}
          rules={[{ required: true, whitespace: true, message: t('indicator.publication-title-missing') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {freeze.error && <Alert type="error" role="alert" title={sentence(freeze.error)} />}
    </Modal>
  )
}
