import { Alert, App, Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useCorrectItem, useFetchItem } from '../../../api/items.ts'
import type { Item } from '../../../api/model.ts'
import { Problem } from '../../../api/problem.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { StateNote } from '../../../ui/state-note.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { changedNames, correctionOf, correctionScope, needsReason } from './correction-of.ts'
import { draftOf, fieldsOf, fieldsOfItem, type ItemDraft, type ItemFields } from './item-draft.ts'
import './item-form.css'
import { type Conflict, conflictOf } from './conflict.ts'
import { ItemFormFields } from './item-form-fields.tsx'
import { mergeFields } from './merge-fields.ts'

/**
 * Corrects an item. Whoever saved meanwhile is told of, field by field; what only one of the two wrote is kept, and of
 * what both wrote the reader may take the own text over again.
 */
export function CorrectItemDrawer({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Drawer open size={720} title={t('ledger.correct-title', { number: item.number })} onClose={onClose}>
      {correctionScope(item) === 'none' ? (
        <StateNote title={t('ledger.correct-finished', { state: t(`state.${item.state}`) })}>
          {t('ledger.correct-finished-way')}
        </StateNote>
      ) : (
        <CorrectItemForm item={item} onClose={onClose} />
      )}
    </Drawer>
  )
}

function CorrectItemForm({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { units } = useUnitIndex()
  const correct = useCorrectItem()
  const fetchItem = useFetchItem()
  const [form] = Form.useForm<ItemDraft>()
  /** The item that the form's changes are measured against: the one opened, after a conflict the one that others saved. */
  const [base, setBase] = useState(item)
  const [conflict, setConflict] = useState<Conflict>()
  const [failure, setFailure] = useState<unknown>()
  const values = Form.useWatch([], form) as ItemDraft | undefined
  const isWatched = values?.title !== undefined
  const draft = () => form.getFieldsValue(true) as ItemDraft
  const asksWhy = isWatched && needsReason(base, draft())
  const show = (fields: ItemFields) => form.setFieldsValue({ ...draftOf(fields), reason: draft().reason })
  const takeTheirs = async (refusal: Problem) => {
    const theirs = await fetchItem(item.id)
    const merged = mergeFields(fieldsOfItem(base), fieldsOf(draft()), fieldsOfItem(theirs))
    show(merged.fields)
    setBase(theirs)
    setConflict(conflictOf(refusal, merged))
  }
  const save = () => {
    const body = correctionOf(base, draft())
    if (!body) return onClose()
    setFailure(undefined)
    correct.mutate(
      { id: item.id, body },
      {
        onSuccess: () => {
          message.success(t('ledger.saved'))
          onClose()
        },
        onError: (error) => {
          const isOvertaken = error instanceof Problem && error.code === 'ledger.item-changed'
          if (isOvertaken) takeTheirs(error).catch(setFailure)
          else setFailure(error)
        },
      },
    )
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={draftOf(fieldsOfItem(item))}
      onFinish={save}
    >
      {conflict && (
        <ConflictPanel
          conflict={conflict}
          isTaken={(field) => isWatched && changedNames(base, draft()).includes(field)}
          onTake={(field, value) => show({ ...fieldsOf(draft()), [field]: value })}
        />
      )}
      {correctionScope(base) === 'dispatched' && (
        <Alert type="info" showIcon className="form-alert" title={t('ledger.correct-dispatched')} />
      )}
      <ItemFormFields units={units} scope={correctionScope(base)} isNew={false} />
      <Form.Item
        name="reason"
        label={t('ledger.field.reason')}
        extra={t('ledger.field.reason-help')}
        rules={[{ required: asksWhy, whitespace: true, message: t('ledger.field.reason-missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
      </Form.Item>
      {failure !== undefined && (
        <Alert type="error" role="alert" title={sentence(failure)} className="form-alert" />
      )}
      <div className="form-foot">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={correct.isPending}>
          {conflict ? t('ledger.conflict.save') : t('app.save')}
        </Button>
      </div>
    </Form>
  )
}
