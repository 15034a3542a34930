import { Checkbox, Form, Input, Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import type { ItemDraft } from './item-draft.ts'

/** An indicator's value that must be reached before the item can be closed. */
export function CriterionFields() {
  const { t } = useWords()
  const form = Form.useFormInstance<ItemDraft>()
  const has = Form.useWatch('hasCriterion', form)
  return (
    <fieldset className="form-group-line">
      <legend>{t('item-field.criterion')}</legend>
      <Form.Item name="hasCriterion" valuePropName="checked" noStyle>
        <Checkbox>{t('ledger.criterion.has')}</Checkbox>
      </Form.Item>
      {has && (
        <div className="form-criterion">
          <Form.Item
            name={['criterion', 'indicator']}
            rules={[{ required: true, whitespace: true, message: t('ledger.criterion.indicator-missing') }]}
          >
            <Input
              aria-label={t('ledger.criterion.indicator')}
              placeholder={t('ledger.criterion.indicator')}
              maxLength={120}
            />
          </Form.Item>
          <Form.Item name={['criterion', 'direction']}>
            <Select
              aria-label={t('ledger.criterion.direction')}
              options={(['at-least', 'at-most', 'equal'] as const).map((value) => ({
                value,
                label: t(`ledger.criterion.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name={['criterion', 'target']}
            rules={[
              {
                required: true,
                pattern: /^-?\d{1,15}(\.\d{1,6})?$/,
                message: t('ledger.criterion.target-wrong'),
              },
            ]}
          >
            <Input aria-label={t('ledger.criterion.target')} placeholder={t('ledger.criterion.target')} />
          </Form.Item>
          <Form.Item name={['criterion', 'unitOfMeasure']}>
            <Input
              aria-label={t('ledger.criterion.unit')}
              placeholder={t('ledger.criterion.unit')}
              maxLength={30}
            />
          </Form.Item>
        </div>
      )}
    </fieldset>
  )
}
