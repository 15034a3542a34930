import { Select } from 'antd'
import { useLeagues } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Field } from '../define/field.tsx'
import { IndicatorSelect } from '../parts/indicator-select.tsx'
import type { Definition, Source } from './league-draft.ts'

interface SourceFieldsProps {
  id: string
  source: Source
  frequency: Definition['frequency']
  /** The key of the league that is being changed: it is no source of its own. */
  own: string
  onChange: (source: Source) => void
}

const MONTHS = { year: 12, half: 6, quarter: 3, month: 0 } as const
const MEASURES = ['level', 'growth', 'done'] as const
const KINDS = ['entered', 'indicator', 'league'] as const

/** Entered by hand, an indicator, or the score in another league. */
export function SourceFields(props: SourceFieldsProps) {
  const { id, source, own, onChange } = props
  const { t } = useWords()
  const leagues = (useLeagues().data?.leagues ?? []).filter(({ key }) => key !== own)
  const choose = (kind: Source['kind']) => {
    if (kind === 'entered') onChange({ kind })
    if (kind === 'indicator') onChange({ kind, indicator: '', measure: 'level', month: null })
    if (kind === 'league') onChange({ kind, league: '', part: null })
  }
  return (
    <>
      <Field id={`${id}-kind`} name={t('composite.source')}>
        <Select
          id={`${id}-kind`}
          value={source.kind}
          options={KINDS.map((value) => ({
            value,
            label: t(`composite.source.${value}`),
            disabled: value === 'league' && leagues.length === 0,
          }))}
          onChange={choose}
        />
      </Field>
      {source.kind === 'indicator' && <IndicatorSource {...props} source={source} />}
      {source.kind === 'league' && (
        <>
          <Field id={`${id}-league`} name={t('composite.source.league')}>
            <Select
              id={`${id}-league`}
              value={source.league || null}
              placeholder={t('composite.choose-league')}
              options={leagues.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={(league: string) => onChange({ ...source, league })}
            />
          </Field>
          <Span {...props} value={source.part ?? null} onChange={(part) => onChange({ ...source, part })} />
        </>
      )}
    </>
  )
}

function IndicatorSource({
  source,
  ...props
}: SourceFieldsProps & { source: Extract<Source, { kind: 'indicator' }> }) {
  const { id, onChange } = props
  const { t } = useWords()
  return (
    <>
      <Field id={`${id}-source`} name={t('indicator.name')}>
        <IndicatorSelect
          id={`${id}-source`}
          label={t('indicator.name')}
          value={source.indicator || null}
          onChange={(indicator) => onChange({ ...source, indicator: indicator ?? '' })}
        />
      </Field>
      <Field id={`${id}-measure`} name={t('indicator.measure')}>
        <Select
          id={`${id}-measure`}
          value={source.measure ?? 'level'}
          options={MEASURES.map((value) => ({ value, label: t(`indicator.measure.${value}`) }))}
          onChange={(measure) => onChange({ ...source, measure })}
        />
      </Field>
      <Span {...props} value={source.month ?? null} onChange={(month) => onChange({ ...source, month })} />
    </>
  )
}

interface SpanProps {
  id: string
  frequency: Definition['frequency']
  value: number | null
  onChange: (part: number | null) => void
}

/** The whole period, or one of its months. */
function Span({ id, frequency, value, onChange }: SpanProps) {
  const { t } = useWords()
  const months = MONTHS[frequency]
  if (months === 0) return null
  return (
    <Field id={`${id}-month`} name={t('composite.month')}>
      <Select
        id={`${id}-month`}
        value={value ?? 0}
        options={Array.from({ length: months + 1 }, (_, part) => ({
          value: part,
          label: part === 0 ? t('composite.whole-period') : t('composite.part-of', { part }),
        }))}
        onChange={(part) => onChange(part === 0 ? null : part)}
      />
    </Field>
  )
}
