import { Form, Input } from 'antd'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { FactList } from '../sections/fact-list.tsx'
import type { StepFieldsProps } from './step-form.ts'
import { WordsField } from './words-field.tsx'

/** What goes out: to whom, by when, and each supporting unit's own task and day. */
export function DispatchFields({ item }: StepFieldsProps) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const limit = item.timeLimit && t(`item.limit.${item.timeLimit.unit}`, { count: item.timeLimit.count })
  return (
    <>
      <FactList
        facts={[
          [t('ledger.column.lead'), nameOf(item.leadUnitId) ?? t('item.nobody')],
          [
            t('ledger.column.due'),
            item.dueOn ?? (limit ? t('item.due-from-dispatch', { limit }) : t('item.no-due-yet')),
          ],
        ]}
      />
      {item.supportingUnitIds.length > 0 && (
        <fieldset className="step-duties">
          <legend>{t('item.duties')}</legend>
          <Form.List name="duties">
            {(fields) =>
              fields.map(({ key, name }) => {
                const unit = nameOf(item.supportingUnitIds[name] ?? null) ?? t('unit.unknown')
                return (
                  <div key={key} className="step-duty">
                    <strong>{unit}</strong>
                    <Form.Item name={[name, 'unitId']} hidden>
                      <Input />
                    </Form.Item>
                    <Form.Item name={[name, 'task']} label={t('item.field.duty-task', { unit })}>
                      <Input maxLength={500} placeholder={t('item.field.duty-task-none')} />
                    </Form.Item>
                    <Form.Item name={[name, 'dueOn']} label={t('item.field.duty-due', { unit })}>
                      <DayField />
                    </Form.Item>
                  </div>
                )
              })
            }
          </Form.List>
        </fieldset>
      )}
      <WordsField name="note" label={t('item.field.dispatch-note')} max={500} rows={1} />
    </>
  )
}
