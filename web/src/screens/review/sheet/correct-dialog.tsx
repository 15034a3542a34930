import { Alert, App, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useCorrectBook } from '../../../api/review-books.ts'
import type { Corrected, Outcome } from '../../../api/review-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { OUTCOMES, OutcomeWord } from '../parts/outcome-word.tsx'
import type { SheetLine } from './sheet-lines.ts'

interface Draft {
  words: string
  outcome: Outcome | null
  isLeftOut: boolean
  reason: string
}

interface CorrectDialogProps {
  reviewId: string
  line: SheetLine
  onClose: () => void
}

/** Corrects a line of a frozen book: what it says instead, and why; both stay listed. Ctrl+Enter sends. */
export function CorrectDialog({ reviewId, line, onClose }: CorrectDialogProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const correct = useCorrectBook(reviewId)
  const [form] = Form.useForm<Draft>()
  const send = ({ words, outcome, isLeftOut, reason }: Draft) => {
    const after: Corrected = {
      ...(words.trim() !== line.shown && { words: words.trim() }),
      ...(outcome && outcome !== line.outcome && { outcome }),
      ...(isLeftOut === line.included && { included: !isLeftOut }),
    }
    if (Object.keys(after).length === 0) {
      form.setFields([{ name: 'words', errors: [t('cycle.correct-nothing')] }])
      return
    }
    correct.mutate(
      { lineId: line.id, after, reason: reason.trim() },
      {
        onSuccess: ({ number, corrections }) => {
          message.success(t('cycle.corrected-as', { number, seq: corrections.length }))
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('cycle.correct-title')}
      okText={t('cycle.correct')}
      okButtonProps={{ loading: correct.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('words')?.focus())}
      width={600}
    >
      <p className="soft">{t('cycle.correct-note')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          words: line.shown,
          outcome: line.outcome,
          isLeftOut: !line.included,
          reason: '',
        }}
        onFinish={send}
        onKeyDownCapture={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        <Form.Item
          name="words"
          label={t('cycle.words')}
          rules={[{ required: true, whitespace: true, message: t('cycle.words-missing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
        {line.side === 'follow-up' && (
          <Form.Item name="outcome" label={t('cycle.outcome')}>
            <Select
              options={OUTCOMES.map((each) => ({ value: each, label: <OutcomeWord outcome={each} /> }))}
            />
          </Form.Item>
        )}
        <Form.Item name="isLeftOut" valuePropName="checked">
          <Checkbox>{t('cycle.correct-leave-out')}</Checkbox>
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('cycle.reason')}
          rules={[{ required: true, whitespace: true, message: t('cycle.reason-missing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
        </Form.Item>
      </Form>
      {correct.error && <Alert type="error" role="alert" title={sentence(correct.error)} />}
    </Modal>
  )
}
