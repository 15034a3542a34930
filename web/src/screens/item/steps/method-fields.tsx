import { Form, Input, Radio } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'

const METHODS = ['material', 'on-site', 'unannounced', 'third-party'] as const

/** How it was verified; a third party is named. */
export function MethodFields() {
  const { t } = useWords()
  const method = Form.useWatch('method')
  return (
    <>
      <Form.Item name="method" label={t('item.field.method')}>
        <Radio.Group
          optionType="button"
          options={METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
      </Form.Item>
      {method === 'third-party' && (
        <Form.Item
          name="thirdParty"
          label={t('item.field.third-party')}
          rules={[{ required: true, whitespace: true, message: t('item.field.third-party-missing') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      )}
    </>
  )
}
