import { PERIOD_KINDS } from '../../../../../src/modules/indicators/rules/period/time-period.ts'
import type { IndicatorsSearch } from '../../../app/indicator-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Pick } from '../parts/pick.tsx'
import { WordsField } from '../parts/words-field.tsx'

interface IndicatorsFilterProps {
  search: IndicatorsSearch
  tags: readonly string[]
  onChange: (search: IndicatorsSearch) => void
}

const ALL = ''

/** By words, tag and frequency; every change begins with the first page. */
export function IndicatorsFilter({ search, tags, onChange }: IndicatorsFilterProps) {
  const { t } = useWords()
  const { q, tag, frequency } = search
  const change = (part: { q?: string; tag?: string; frequency?: string }) => {
    const next = { q, tag, frequency, ...part }
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value)) as IndicatorsSearch)
  }
  const all = { value: ALL, label: t('indicator.all') }
  const known = tag && !tags.includes(tag) ? [...tags, tag] : tags
  return (
    <search className="picks no-print">
      <WordsField value={q} onChange={(words) => change({ q: words ?? '' })} />
      <Pick
        id="pick-tag"
        label={t('indicator.tag')}
        value={tag ?? ALL}
        options={[all, ...known.map((each) => ({ value: each, label: each }))]}
        onChange={(value) => change({ tag: value })}
      />
      <Pick<string>
        id="pick-frequency"
        label={t('indicator.frequency')}
        value={frequency ?? ALL}
        options={[
          all,
          ...PERIOD_KINDS.map((kind) => ({ value: kind as string, label: t(`indicator.frequency.${kind}`) })),
        ]}
        onChange={(value) => change({ frequency: value })}
        width={100}
      />
    </search>
  )
}
