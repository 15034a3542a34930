import { InputNumber, Select } from 'antd'
import type { LeaguePresets } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Field } from '../define/field.tsx'
import { type Bilingual, type Definition, withOutcomes } from './league-draft.ts'

interface ListFieldsProps {
  definition: Definition
  presets: LeaguePresets['lists']
  onChange: (definition: Definition) => void
}

type Lists = NonNullable<Definition['lists']>
type ListField = Lists['rules']['fields'][number]

const REQUIRES = ['over-fulfilled', 'fulfilled', 'not-fulfilled', 'any'] as const
const EDGES = ['all', 'none'] as const

/** Red and black lists: copied from a preset, then with quotas and conditions of one's own. */
export function ListFields({ definition, presets, onChange }: ListFieldsProps) {
  const { t, locale } = useWords()
  const { lists } = definition
  const nameOf = (name: Bilingual) => (locale === 'en' ? name.en : name.zh)
  // A copy that was changed stands in the place of its preset.
  const known = presets.map((rules) => (rules.key === lists?.rules.key ? lists.rules : rules))
  const options = known.flatMap((rules) =>
    rules.fields.map(({ key, name }) => ({
      value: `${rules.key} ${key}`,
      label: t('composite.list-preset', { rules: nameOf(rules.name), field: nameOf(name) }),
    })),
  )
  const set = (next: Lists | null) => onChange(withOutcomes({ ...definition, lists: next }))
  const field = lists?.rules.fields.find(({ key }) => key === lists.field)
  const change = (next: Partial<ListField>) =>
    lists &&
    set({
      ...lists,
      rules: {
        ...lists.rules,
        fields: lists.rules.fields.map((each) => (each.key === lists.field ? { ...each, ...next } : each)),
      },
    })
  return (
    <section aria-labelledby="league-red-black">
      <h2 id="league-red-black">{t('composite.lists')}</h2>
      <div className="define-grid">
        <Field id="league-lists" name={t('composite.list-rules')} help={lists?.rules.source.says} isWide>
          <Select
            id="league-lists"
            allowClear
            style={{ maxWidth: 360 }}
            placeholder={t('composite.no-lists')}
            value={lists ? `${lists.rules.key} ${lists.field}` : null}
            options={options}
            onChange={(chosen: string | null | undefined) => {
              const [key, of] = (chosen ?? '').split(' ')
              const rules = known.find((each) => each.key === key)
              set(rules && of ? { rules, field: of, outcomes: [] } : null)
            }}
          />
        </Field>
        {lists &&
          field &&
          (['red', 'black'] as const).map((kind) => (
            <div key={kind} className="league-list-pair">
              <Field id={`league-${kind}-quota`} name={t(`composite.quota.${kind}`)}>
                <InputNumber
                  id={`league-${kind}-quota`}
                  min={0}
                  max={1000}
                  precision={0}
                  value={field[kind].quota}
                  onChange={(quota) => change({ [kind]: { ...field[kind], quota: quota ?? 0 } })}
                />
              </Field>
              <Field id={`league-${kind}-requires`} name={t('composite.requires')}>
                <Select
                  id={`league-${kind}-requires`}
                  value={field[kind].requires}
                  options={REQUIRES.map((value) => ({ value, label: t(`composite.requires.${value}`) }))}
                  onChange={(requires) => change({ [kind]: { ...field[kind], requires } })}
                />
              </Field>
            </div>
          ))}
        {lists && (
          <Field id="league-edge" name={t('composite.ties-at-edge')}>
            <Select
              id="league-edge"
              value={lists.rules.tiesAtEdge}
              options={EDGES.map((value) => ({ value, label: t(`composite.ties-at-edge.${value}`) }))}
              onChange={(tiesAtEdge) => set({ ...lists, rules: { ...lists.rules, tiesAtEdge } })}
            />
          </Field>
        )}
      </div>
      {lists?.outcomes.length === 0 && <p className="define-note">{t('composite.no-outcomes')}</p>}
    </section>
  )
}
