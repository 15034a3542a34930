import { useIndicators } from '../../../api/indicators.ts'
import type { MeasuredUnitSearch } from '../../../app/indicator-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { CohortPick } from './cohort-pick.tsx'
import { Pick } from './pick.tsx'
import { WordsField } from './words-field.tsx'

interface StandingsFilterProps<Search extends MeasuredUnitSearch> {
  search: Search
  onChange: (search: Search) => void
}

const ALL = ''

/** By words, tag and cohort. */
export function StandingsFilter<Search extends MeasuredUnitSearch>({
  search,
  onChange,
}: StandingsFilterProps<Search>) {
  const { t } = useWords()
  const tags = useIndicators({ pageSize: 1 }).data?.tags ?? []
  const change = (part: { [Name in keyof MeasuredUnitSearch]: MeasuredUnitSearch[Name] | undefined }) =>
    onChange(
      Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as Search,
    )
  return (
    <search className="picks no-print">
      <WordsField value={search.q} onChange={(q) => change({ q })} />
      <Pick
        id="pick-tag"
        label={t('indicator.tag')}
        value={search.tag ?? ALL}
        options={[
          { value: ALL, label: t('indicator.all') },
          ...tags.map((tag) => ({ value: tag, label: tag })),
        ]}
        onChange={(tag) => change({ tag })}
      />
      <CohortPick value={search.cohort} onChange={(cohort) => change({ cohort })} />
    </search>
  )
}
