import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { Field } from '../define/field.tsx'
import { freeKey, renamed, type Scheme } from './league-draft.ts'
import { PointsField } from './points-field.tsx'

interface SchemeFieldsProps {
  scheme: Scheme
  onChange: (next: Partial<Scheme>) => void
}

const MISSING = ['apart', 'zero'] as const
const BONUS = { top: ['5', '4', '3', '2', '1'], bottom: ['-5', '-4', '-3', '-2', '-1'], tiesCancel: true }

/** What is added to the sum of the components or taken from it, and how a missing component counts. */
export function SchemeFields({ scheme, onChange }: SchemeFieldsProps) {
  const { t } = useWords()
  const { rankBonus, adjustments, missing, places } = scheme
  return (
    <section aria-labelledby="league-sums">
      <h2 id="league-sums">{t('composite.section.sums')}</h2>
      <GroupFields scheme={scheme} onChange={onChange} />
      <Checkbox
        checked={rankBonus !== null}
        onChange={({ target }) => onChange({ rankBonus: target.checked ? BONUS : null })}
      >
        {t('composite.with-bonus')}
      </Checkbox>
      <div className="define-grid">
        {rankBonus && (
          <>
            <Field id="league-top" name={t('composite.bonus-top')}>
              <PointsField
                id="league-top"
                value={rankBonus.top}
                onChange={(top) => onChange({ rankBonus: { ...rankBonus, top } })}
              />
            </Field>
            <Field id="league-bottom" name={t('composite.bonus-bottom')} help={t('composite.bonus-help')}>
              <PointsField
                id="league-bottom"
                value={rankBonus.bottom}
                onChange={(bottom) => onChange({ rankBonus: { ...rankBonus, bottom } })}
              />
            </Field>
            <Field id="league-ties" name={t('composite.bonus-ties')}>
              <Checkbox
                id="league-ties"
                checked={rankBonus.tiesCancel}
                onChange={({ target }) =>
                  onChange({ rankBonus: { ...rankBonus, tiesCancel: target.checked } })
                }
              >
                {t('composite.ties-cancel')}
              </Checkbox>
            </Field>
          </>
        )}
        <Field id="league-least" name={t('composite.adjust-least')} help={t('composite.adjust-help')}>
          <Input
            id="league-least"
            inputMode="decimal"
            value={adjustments.least}
            onChange={({ target }) =>
              onChange({ adjustments: { ...adjustments, least: target.value.trim() } })
            }
          />
        </Field>
        <Field id="league-most" name={t('composite.adjust-most')}>
          <Input
            id="league-most"
            inputMode="decimal"
            value={adjustments.most}
            onChange={({ target }) =>
              onChange({ adjustments: { ...adjustments, most: target.value.trim() } })
            }
          />
        </Field>
        <Field id="league-missing" name={t('composite.missing-rule')}>
          <Select
            id="league-missing"
            value={missing}
            options={MISSING.map((value) => ({ value, label: t(`composite.missing.${value}`) }))}
            onChange={(next) => onChange({ missing: next })}
          />
        </Field>
        <Field id="league-places" name={t('define.decimals')}>
          <InputNumber
            id="league-places"
            min={0}
            max={12}
            precision={0}
            value={places}
            onChange={(next) => onChange({ places: next ?? 0 })}
          />
        </Field>
      </div>
    </section>
  )
}

/** Components of one group together get no more than its cap. */
function GroupFields({ scheme: { groups, components }, onChange }: SchemeFieldsProps) {
  const { t, locale } = useWords()
  const change = (key: string, next: Partial<Scheme['groups'][number]>) =>
    onChange({ groups: groups.map((each) => (each.key === key ? { ...each, ...next } : each)) })
  const remove = (key: string) =>
    onChange({
      groups: groups.filter((each) => each.key !== key),
      components: components.map((each) => (each.group === key ? { ...each, group: null } : each)),
    })
  const add = () => {
    const key = freeKey('group', groups)
    onChange({ groups: [...groups, { key, name: { zh: key, en: key }, cap: '100' }] })
  }
  return (
    <div className="league-groups">
      <ul>
        {groups.map(({ key, name, cap }) => (
          <li key={key}>
            <Input
              aria-label={t('composite.group-name')}
              maxLength={60}
              value={locale === 'en' ? name.en : name.zh}
              onChange={({ target }) => change(key, { name: renamed(name, locale, target.value) })}
            />
            <Input
              aria-label={t('composite.group-cap')}
              prefix={t('composite.group-cap')}
              inputMode="decimal"
              value={cap}
              onChange={({ target }) => change(key, { cap: target.value.trim() })}
            />
            <Button
              size="small"
              onClick={() => remove(key)}
              aria-label={t('composite.remove-group', { name: name.zh })}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={add}>
        {t('composite.add-group')}
      </Button>
    </div>
  )
}
