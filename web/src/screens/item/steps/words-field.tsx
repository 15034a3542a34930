import { Form, Input } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'

interface WordsFieldProps {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly max: number
  readonly isRequired?: boolean
  readonly rows?: number
}

/** A field for sentences; a required one says so when it is left empty. */
export function WordsField({ name, label, help, max, isRequired = false, rows = 2 }: WordsFieldProps) {
  const { t } = useWords()
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help}
      rules={
        isRequired
          ? [
              {
                required: true,
                whitespace: true,
                min: 2,
                message: t('item.field.words-missing', { field: label }),
              },
            ]
          : []
      }
    >
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 10 }} maxLength={max} />
    </Form.Item>
  )
}
