import { Alert, App, Form, Modal } from 'antd'
import { useCreateItem } from '../../api/items.ts'
import type { Item } from '../../api/model.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { type ItemDraft, ItemFields } from './item-fields.tsx'

const EMPTY: ItemDraft = { title: '', content: '', leadUnitId: null, supportingUnitIds: [], dueOn: null }

/** Enters an item that no report has. */
export function CreateItemDialog({ onClose, onDone }: { onClose: () => void; onDone: (item: Item) => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { units } = useUnitIndex()
  const create = useCreateItem()
  const [form] = Form.useForm<ItemDraft>()
  const save = (draft: ItemDraft) =>
    create.mutate(
      { ...EMPTY, ...draft, theme: null },
      {
        onSuccess: (item) => {
          message.success(t('ledger.created', { number: item.number }))
          onDone(item)
        },
      },
    )
  return (
    <Modal
      open
      afterOpenChange={() => form.scrollToField('title', { focus: true })}
      title={t('ledger.create-title')}
      okText={t('app.save')}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={560}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={EMPTY} onFinish={save}>
        <ItemFields units={units} />
      </Form>
      {create.error && <Alert type="error" role="alert" title={sentence(create.error)} />}
    </Modal>
  )
}
