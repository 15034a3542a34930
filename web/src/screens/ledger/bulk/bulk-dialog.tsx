import { Alert, Form, Input, Modal } from 'antd'
import { useBulkDispatch, useBulkPress } from '../../../api/bulk.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { BulkOutcome } from './bulk-outcome.tsx'
import type { PickedItem } from './use-picked.ts'

export type BulkStep = 'dispatch' | 'press'

interface BulkDialogProps {
  step: BulkStep
  items: readonly PickedItem[]
  /** `isDone` once the server has taken it. */
  onClose: (isDone: boolean) => void
}

/** Dispatches or presses many at once, and then says of each that was left out why. */
export function BulkDialog({ step, items, onClose }: BulkDialogProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const [form] = Form.useForm<{ words: string }>()
  const dispatch = useBulkDispatch()
  const press = useBulkPress()
  const { data, error, isPending } = step === 'dispatch' ? dispatch : press
  const ids = items.map(({ id }) => id)
  const send = ({ words = '' }: { words: string }) =>
    step === 'dispatch' ? dispatch.mutate({ ids, note: words }) : press.mutate({ ids, text: words })
  const title = t(`ledger.bulk.${step}`)
  if (data) {
    return (
      <Modal
        open
        title={title}
        okText={t('app.close')}
        footer={(_, { OkBtn }) => <OkBtn />}
        onOk={() => onClose(true)}
        onCancel={() => onClose(true)}
        width={620}
      >
        <BulkOutcome step={step} result={data} items={items} />
      </Modal>
    )
  }
  return (
    <Modal
      open
      title={title}
      okText={t(`ledger.bulk.${step}-submit`, { count: items.length })}
      okButtonProps={{ loading: isPending }}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('words')?.focus())}
      width={560}
    >
      <p className="soft bulk-way">{t(`ledger.bulk.${step}-way`)}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send} initialValues={{ words: '' }}>
        <Form.Item
          name="words"
          label={t(`ledger.bulk.${step}-words`)}
          rules={
            step === 'press'
              ? [{ required: true, whitespace: true, min: 2, message: t('ledger.bulk.words-missing') }]
              : []
          }
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
      {error && <Alert type="error" role="alert" title={sentence(error)} />}
    </Modal>
  )
}
