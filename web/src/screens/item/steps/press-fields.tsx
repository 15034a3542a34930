import { Form, Radio } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { LightMark } from '../../../ui/light-tag.tsx'
import { DayItem } from './day-item.tsx'
import { WordsField } from './words-field.tsx'

const KINDS = ['press', 'letter', 'notice'] as const
const COLOURS = ['blue', 'orange', 'red'] as const

/** Presses the unit: a reminder, a supervision letter, or a coloured notice. The last two get a number. */
export function PressFields() {
  const { t } = useWords()
  const kind = Form.useWatch('kind')
  return (
    <>
      <Form.Item name="kind" label={t('item.field.press-kind')}>
        <Radio.Group
          optionType="button"
          options={KINDS.map((value) => ({ value, label: t(`pressing.${value}`) }))}
        />
      </Form.Item>
      {kind === 'notice' && (
        <Form.Item name="colour" label={t('item.field.colour')} extra={t('item.field.colour-help')}>
          <Radio.Group
            options={COLOURS.map((value) => ({
              value,
              label: (
                <>
                  <LightMark light={value} /> {t(`notice.${value}`)}
                </>
              ),
            }))}
          />
        </Form.Item>
      )}
      <WordsField
        name="text"
        label={t('item.field.press-text')}
        max={kind === 'press' ? 1000 : 4000}
        rows={kind === 'press' ? 2 : 4}
        isRequired
      />
      <DayItem name="answerBy" label={t('item.field.answer-by')} />
    </>
  )
}
