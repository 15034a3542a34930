import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { planFaults } from '../../../../../src/modules/ledger/rules/clock/plan-faults.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { fieldsOf, type ItemDraft } from './item-draft.ts'

/** How progress is expected to grow: evenly, or by nodes; what is wrong with a node stands under it, as the server says it. */
export function PlanFields() {
  const { t } = useWords()
  const form = Form.useFormInstance<ItemDraft>()
  const kind = Form.useWatch('planKind', form)
  return (
    <fieldset className="form-group-line">
      <legend>{t('ledger.plan')}</legend>
      <Form.Item name="planKind" noStyle>
        <Radio.Group>
          <Radio value="linear">{t('ledger.plan.linear')}</Radio>
          <Radio value="nodes">{t('ledger.plan.nodes')}</Radio>
        </Radio.Group>
      </Form.Item>
      {kind === 'nodes' && <Nodes />}
    </fieldset>
  )
}

function Nodes() {
  const { t } = useWords()
  const faultsOf = useNodeFaults()
  return (
    <Form.List
      name="nodes"
      rules={[
        {
          validator: (_, nodes: unknown[]) =>
            nodes?.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('ledger.plan.no-node'))),
        },
      ]}
    >
      {(rows, { add, remove }, { errors }) => (
        <ol className="plan-nodes">
          {rows.map(({ key, name }) => (
            <li key={key}>
              <Form.Item
                name={[name, 'name']}
                rules={[{ required: true, whitespace: true, message: t('ledger.plan.name-missing') }]}
              >
                <Input
                  aria-label={t('ledger.plan.name', { node: name + 1 })}
                  placeholder={t('ledger.plan.name', { node: name + 1 })}
                  maxLength={100}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'on']}
                rules={[{ required: true, message: t('ledger.plan.day-missing') }]}
              >
                <DayField label={t('ledger.plan.day', { node: name + 1 })} />
              </Form.Item>
              <Form.Item
                name={[name, 'progress']}
                rules={[{ required: true, message: t('ledger.plan.progress-missing') }]}
              >
                <InputNumber
                  aria-label={t('ledger.plan.progress', { node: name + 1 })}
                  min={0}
                  max={100}
                  precision={2}
                  suffix="%"
                />
              </Form.Item>
              <Button
                type="text"
                aria-label={t('ledger.plan.remove', { node: name + 1 })}
                onClick={() => remove(name)}
              >
                ✕
              </Button>
              {faultsOf(name + 1).map((sentence) => (
                <p key={sentence} className="plan-fault" role="alert">
                  {sentence}
                </p>
              ))}
            </li>
          ))}
          <li className="plan-add">
            <Button onClick={() => add({})}>{t('ledger.plan.add')}</Button>
            <Form.ErrorList errors={errors} />
          </li>
        </ol>
      )}
    </Form.List>
  )
}

/** The server's own rule and sentences, asked while typing, once every node has its day and its progress. */
function useNodeFaults(): (node: number) => string[] {
  const { t } = useWords()
  const form = Form.useFormInstance<ItemDraft>()
  const values = Form.useWatch([], form) as ItemDraft | undefined
  const isWhole = values?.nodes?.every(({ on, progress } = {}) => on && typeof progress === 'number') ?? false
  if (!values || !isWhole) return () => []
  const { plan, startOn, dueOn } = fieldsOf(form.getFieldsValue(true))
  const faults = planFaults(plan, { startOn, dueOn })
  return (node) =>
    faults
      .filter(({ details }) => details.node === node)
      .map(({ code, details }) => t(`plan-fault.${code}`, details))
}
