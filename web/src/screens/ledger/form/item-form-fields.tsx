import { Checkbox, Collapse, Form, Input, InputNumber, Select } from 'antd'
import type { Unit } from '../../../api/model.ts'
import { ITEM_KINDS, ORIGINS, PRIORITIES } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { UnitSelect, UnitsSelect } from '../../../ui/unit-select.tsx'
import type { CorrectionScope } from './correction-of.ts'
import { CriterionFields } from './criterion-fields.tsx'
import { DeadlineFields } from './deadline-fields.tsx'
import type { ItemDraft } from './item-draft.ts'
import { ParentSelect } from './parent-select.tsx'
import { PlanFields } from './plan-fields.tsx'

interface ItemFormFieldsProps {
  units: readonly Unit[]
  scope: CorrectionScope
  /** A new item may be said to be classified, and is refused then. */
  isNew: boolean
}

const FREQUENCIES = ['none', 'weekly', 'ten-days', 'monthly', 'quarterly'] as const

/** All fields of an item: what is asked of whom by when on top, the rest folded in groups. */
export function ItemFormFields({ units, scope, isNew }: ItemFormFieldsProps) {
  const { t } = useWords()
  const groups = [
    { key: 'source', label: t('ledger.group.source'), children: <SourceGroup /> },
    { key: 'target', label: t('ledger.group.target'), children: <TargetGroup /> },
    { key: 'plan', label: t('ledger.group.plan'), children: <PlanGroup isLocked={scope === 'dispatched'} /> },
    { key: 'tree', label: t('ledger.group.tree'), children: <TreeGroup /> },
    { key: 'people', label: t('ledger.group.people'), children: <PeopleGroup /> },
    { key: 'more', label: t('ledger.group.more'), children: <MoreGroup isNew={isNew} /> },
  ]
  return (
    <>
      <Form.Item
        name="title"
        label={t('item-field.title')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('ledger.field.title-missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 3 }} maxLength={200} />
      </Form.Item>
      <Form.Item name="content" label={t('item-field.content')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <div className="form-two">
        <Form.Item
          name="leadUnitId"
          label={t('item-field.leadUnitId')}
          {...(scope === 'dispatched' ? { extra: t('ledger.field.lead-locked') } : {})}
        >
          <UnitSelect units={units} disabled={scope === 'dispatched'} />
        </Form.Item>
        <Form.Item name="supportingUnitIds" label={t('item-field.supportingUnitIds')}>
          <UnitsSelect units={units} />
        </Form.Item>
      </div>
      <DeadlineFields isLocked={scope === 'dispatched'} />
      <Collapse
        size="small"
        className="form-groups"
        items={groups.map((group) => ({ ...group, forceRender: true }))}
      />
    </>
  )
}

function SourceGroup() {
  const { t } = useWords()
  return (
    <div className="form-two">
      <Form.Item name="origin" label={t('item-field.origin')}>
        <Select options={ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))} />
      </Form.Item>
      <Form.Item name="originDocument" label={t('item-field.originDocument')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="externalNumber"
        label={t('item-field.externalNumber')}
        extra={t('ledger.field.number-help')}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="issuedOn" label={t('item-field.issuedOn')}>
        <DayField />
      </Form.Item>
    </div>
  )
}

function TargetGroup() {
  const { t } = useWords()
  return (
    <>
      <Form.Item name="target" label={t('item-field.target')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
      <CriterionFields />
    </>
  )
}

function PlanGroup({ isLocked }: { isLocked: boolean }) {
  const { t } = useWords()
  return (
    <>
      <div className="form-two">
        <Form.Item name="startOn" label={t('item-field.startOn')} extra={t('ledger.field.start-help')}>
          <DayField disabled={isLocked} />
        </Form.Item>
        <Form.Item name="reportFrequency" label={t('item-field.reportFrequency')}>
          <Select options={FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }))} />
        </Form.Item>
      </div>
      <PlanFields />
    </>
  )
}

function TreeGroup() {
  const { t } = useWords()
  const form = Form.useFormInstance<ItemDraft>()
  const parentId = Form.useWatch('parentId', form)
  return (
    <div className="form-two">
      <Form.Item name="kind" label={t('item-field.kind')}>
        <Select
          options={ITEM_KINDS.map((value) => ({ value, label: t(`item-kind.${value}`) }))}
          onChange={() => form.setFieldValue('parentId', null)}
        />
      </Form.Item>
      <Form.Item name="weight" label={t('item-field.weight')} extra={t('ledger.field.weight-help')}>
        <InputNumber min={0.001} max={999_999} disabled={!parentId} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="parentId" label={t('item-field.parentId')} className="form-wide">
        <ParentSelect />
      </Form.Item>
    </div>
  )
}

function PeopleGroup() {
  const { t } = useWords()
  return (
    <div className="form-two">
      <Form.Item name="leaderInCharge" label={t('item-field.leaderInCharge')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="personResponsible" label={t('item-field.personResponsible')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="contact" label={t('item-field.contact')} className="form-wide">
        <Input maxLength={100} />
      </Form.Item>
    </div>
  )
}

function MoreGroup({ isNew }: { isNew: boolean }) {
  const { t } = useWords()
  return (
    <div className="form-two">
      <Form.Item name="priority" label={t('item-field.priority')}>
        <Select
          options={PRIORITIES.toReversed().map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="theme" label={t('item-field.theme')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="tags" label={t('item-field.tags')} className="form-wide">
        <Select
          mode="tags"
          maxCount={20}
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', '\uFF0C', '\u3001']}
        />
      </Form.Item>
      <Form.Item name="remark" label={t('item-field.remark')} className="form-wide">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="isPublic" valuePropName="checked">
        <Checkbox>{t('item-field.isPublic')}</Checkbox>
      </Form.Item>
      {isNew && (
        <Form.Item name="isClassified" valuePropName="checked" extra={t('ledger.field.classified-help')}>
          <Checkbox>{t('item-field.isClassified')}</Checkbox>
        </Form.Item>
      )}
    </div>
  )
}
