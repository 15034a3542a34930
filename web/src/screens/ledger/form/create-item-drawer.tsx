import { Alert, App, Button, Drawer, Form } from 'antd'
import { useCreateItem } from '../../../api/items.ts'
import type { Item } from '../../../api/model.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { draftOf, fieldsOf, type ItemDraft, NEW_ITEM } from './item-draft.ts'
import './item-form.css'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { ItemFormFields } from './item-form-fields.tsx'

/** Enters an item that no report has. */
export function CreateItemDrawer({ onClose, onDone }: { onClose: () => void; onDone: (item: Item) => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { units } = useUnitIndex()
  const create = useCreateItem()
  const [form] = Form.useForm<ItemDraft>()
  const save = () => {
    const draft = form.getFieldsValue(true) as ItemDraft
    create.mutate(
      { ...fieldsOf(draft), isClassified: draft.isClassified },
      {
        onSuccess: (item) => {
          message.success(t('ledger.created', { number: item.number }))
          onDone(item)
        },
      },
    )
  }
  return (
    <Drawer
      open
      size={720}
      title={t('ledger.create-title')}
      onClose={onClose}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('title')?.focus())}
      footer={
        <div className="form-foot">
          {create.error && <Alert type="error" role="alert" title={sentence(create.error)} />}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="primary" loading={create.isPending} onClick={() => form.submit()}>
            {t('app.save')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={draftOf(NEW_ITEM)}
        onFinish={save}
      >
        <ItemFormFields units={units} scope="all" isNew />
      </Form>
    </Drawer>
  )
}
