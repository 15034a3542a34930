import { Form, Input } from 'antd'
import { parsePeriod } from '../../../../../../src/kernel/period.ts'
import type { StatementKind, Unit } from '../../../../api/model.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { DayField } from '../../../../ui/day-field.tsx'
import { UnitSelect, UnitsSelect } from '../../../../ui/unit-select.tsx'

/** The fields that every statement has. */
export function StatementFields({ units }: { units: readonly Unit[] }) {
  const { t } = useWords()
  return (
    <>
      <Form.Item name="unitId" label={t('read.field.unit')}>
        <UnitSelect units={units} />
      </Form.Item>
      <Form.Item
        name="subject"
        label={t('read.field.subject')}
        rules={[{ required: true, whitespace: true, message: t('read.field.subject-missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item
        name="period"
        label={t('read.field.period')}
        extra={t('read.field.period-help')}
        rules={[
          {
            validator: (_, period: string) =>
              !period || parsePeriod(period.trim())
                ? Promise.resolve()
                : Promise.reject(new Error(t('read.field.period-wrong'))),
          },
        ]}
      >
        <Input />
      </Form.Item>
    </>
  )
}

/** The fields of one kind. */
export function KindFields({ kind, units }: { kind: StatementKind; units: readonly Unit[] }) {
  const { t } = useWords()
  const number = { pattern: /^\d*$/, message: t('read.field.number-wrong') }
  switch (kind) {
    case 'rank':
      return (
        <>
          <Form.Item name="scope" label={t('read.field.scope')} extra={t('read.field.scope-help')}>
            <Input />
          </Form.Item>
          <div className="field-pair">
            <Form.Item name="position" label={t('read.field.position')} rules={[number]}>
              <Input inputMode="numeric" />
            </Form.Item>
            <Form.Item name="streakYears" label={t('read.field.streak')} rules={[number]}>
              <Input inputMode="numeric" />
            </Form.Item>
          </div>
        </>
      )
    case 'first':
      return (
        <Form.Item name="scope" label={t('read.field.scope')}>
          <Input />
        </Form.Item>
      )
    case 'figure':
    case 'metric':
      return (
        <div className="field-pair">
          <Form.Item
            name="value"
            label={t('read.field.value')}
            extra={t('read.field.value-help')}
            rules={[{ pattern: /^-?\d*(\.\d+)?$/, message: t('read.field.number-wrong') }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="unitOfMeasure" label={t('read.field.unit-of-measure')}>
            <Input />
          </Form.Item>
        </div>
      )
    case 'shortfall':
      return null
    case 'task':
      return (
        <>
          <Form.Item name="leadUnitId" label={t('read.field.lead')}>
            <UnitSelect units={units} />
          </Form.Item>
          <Form.Item name="supportingUnitIds" label={t('read.field.supporting')}>
            <UnitsSelect units={units} />
          </Form.Item>
          <Form.Item name="deadline" label={t('read.field.deadline')}>
            <DayField />
          </Form.Item>
        </>
      )
  }
}
