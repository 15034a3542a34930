import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { LightTag } from '../../../ui/light-tag.tsx'
import { boundsOf, CONDITION_KINDS, type ConditionKind, comparesWithPlan } from './rule-set-draft.ts'

const COLOURS = ['blue', 'yellow', 'orange', 'red'] as const

interface RuleFieldsProps {
  at: number
  count: number
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

/** One rule: its light, its condition, the word beside the light. */
export function RuleFields({ at, count, onMove, onRemove }: RuleFieldsProps) {
  const { t } = useWords()
  const number = at + 1
  const name = (field: string) => `${t('ledger-settings.rule-number', { number })} ${field}`
  const required = { required: true, whitespace: true, message: t('ledger-settings.required') }
  return (
    <li className="settings-rule">
      <span className="settings-rule-number figure" aria-hidden="true">
        {number}
      </span>
      <Form.Item name={[at, 'light']}>
        <Select
          aria-label={name(t('ledger-settings.light'))}
          options={COLOURS.map((value) => ({ value, label: <LightTag light={value} /> }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'kind']}>
        <Select
          aria-label={name(t('ledger-settings.when'))}
          popupMatchSelectWidth={false}
          options={CONDITION_KINDS.map((value) => ({ value, label: t(`light-rule.kind-${value}`) }))}
        />
      </Form.Item>
      <Amount at={at} nameOf={name} />
      <Form.Item className="settings-rule-word" name={[at, 'zh']} rules={[required]}>
        <Input
          aria-label={name(t('ledger-settings.word'))}
          placeholder={t('ledger-settings.word')}
          maxLength={40}
        />
      </Form.Item>
      <Form.Item name={[at, 'en']}>
        <Input
          aria-label={name(t('ledger-settings.word-en'))}
          placeholder={t('ledger-settings.word-en')}
          maxLength={60}
        />
      </Form.Item>
      <div className="settings-rule-moves">
        <Button aria-label={name(t('ledger-settings.up'))} disabled={at === 0} onClick={() => onMove(-1)}>
          ↑
        </Button>
        <Button
          aria-label={name(t('ledger-settings.down'))}
          disabled={at === count - 1}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button aria-label={name(t('ledger-settings.remove'))} disabled={count === 1} onClick={onRemove}>
          ×
        </Button>
      </div>
    </li>
  )
}

function Amount({ at, nameOf }: { at: number; nameOf: (field: string) => string }) {
  const { t } = useWords()
  const form = Form.useFormInstance()
  const kind: ConditionKind = Form.useWatch(['rules', at, 'kind'], form) ?? 'near-limit'
  const bounds = boundsOf(kind)
  return (
    <div className="settings-amount">
      {bounds && (
        <Form.Item
          name={[at, 'amount']}
          rules={[{ required: true, message: t('ledger.limit.count-missing') }]}
        >
          <InputNumber
            aria-label={nameOf(t(`light-rule.amount-${bounds.of}`))}
            min={bounds.min}
            max={bounds.max}
            {...(bounds.isWhole ? { precision: 0 } : {})}
          />
        </Form.Item>
      )}
      {(kind === 'near-limit' || kind === 'overdue') && (
        <Form.Item name={[at, 'unit']}>
          <Select
            aria-label={nameOf(t('ledger.limit.unit'))}
            options={(['natural', 'working'] as const).map((value) => ({
              value,
              label: t(`ledger.limit.unit-${value}`),
            }))}
          />
        </Form.Item>
      )}
      {kind === 'points-behind' && (
        <Form.Item name={[at, 'than']}>
          <Select
            aria-label={nameOf(t('light-rule.than'))}
            options={(['at-least', 'more'] as const).map((value) => ({
              value,
              label: t(`light-rule.than-${value}`),
            }))}
          />
        </Form.Item>
      )}
      {(kind === 'ratio-below' || kind === 'not-started') && <span>{t(`light-rule.unit-${kind}`)}</span>}
      {comparesWithPlan(kind) && (
        <Form.Item name={[at, 'minDays']}>
          <InputNumber
            aria-label={nameOf(t('light-rule.plan-of'))}
            prefix={<span className="soft">{t('light-rule.plan-short')}</span>}
            min={1}
            max={3660}
            precision={0}
          />
        </Form.Item>
      )}
      {kind === 'notice' && <span className="soft">{t('light-rule.notice-own')}</span>}
    </div>
  )
}
