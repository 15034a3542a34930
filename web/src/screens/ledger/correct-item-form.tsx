import { Alert, App, Button, Form, Input } from 'antd'
import { useCorrectItem } from '../../api/items.ts'
import type { Item } from '../../api/model.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { correctionOfItem } from './item-correction.ts'
import { type ItemDraft, ItemFields } from './item-fields.tsx'

/** Corrects an item; a changed deadline asks for a reason before it can be saved. */
export function CorrectItemForm({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { units } = useUnitIndex()
  const correct = useCorrectItem()
  const [form] = Form.useForm<ItemDraft>()
  const save = (draft: ItemDraft) => {
    const body = correctionOfItem(item, draft)
    if (!body) return onClose()
    correct.mutate(
      { id: item.id, body },
      {
        onSuccess: () => {
          message.success(t('ledger.saved'))
          onClose()
        },
      },
    )
  }
  const { title, content, leadUnitId, supportingUnitIds, dueOn } = item
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ title, content, leadUnitId, supportingUnitIds, dueOn }}
      onFinish={save}
    >
      <ItemFields units={units} />
      <Form.Item
        name="reason"
        label={t('ledger.field.reason')}
        extra={t('ledger.field.reason-help')}
        dependencies={['dueOn']}
        rules={[
          ({ getFieldValue }) => ({
            required: (getFieldValue('dueOn') ?? null) !== dueOn,
            whitespace: true,
            message: t('ledger.field.reason-missing'),
          }),
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
      </Form.Item>
      {correct.error && (
        <Alert type="error" role="alert" title={sentence(correct.error)} className="form-alert" />
      )}
      <div className="form-foot">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={correct.isPending}>
          {t('app.save')}
        </Button>
      </div>
    </Form>
  )
}
