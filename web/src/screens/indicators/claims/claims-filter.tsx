import { useReportsWithClaims } from '../../../api/claims.ts'
import type { ClaimsSearch } from '../../../app/indicator-work-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Pick } from '../parts/pick.tsx'

interface ClaimsFilterProps {
  search: ClaimsSearch
  onChange: (search: ClaimsSearch) => void
}

const ALL = 'all'
const VERDICTS = ['confirmed', 'contradicted', 'unknown', 'unchecked'] as const
const STATES = ['none', 'suggested', 'confirmed'] as const

/** Which claims are listed. */
export function ClaimsFilter({ search, onChange }: ClaimsFilterProps) {
  const { t } = useWords()
  const { data } = useReportsWithClaims()
  const any = { value: ALL, label: t('claim.any') }
  const set = (name: 'report' | 'verdict' | 'match', value: string) => {
    const { [name]: _, page: __, ...rest } = search
    onChange(value === ALL ? rest : ({ ...rest, [name]: value } as ClaimsSearch))
  }
  return (
    <div className="picks no-print">
      <Pick
        id="claims-report"
        label={t('claim.report')}
        width={260}
        value={search.report ?? ALL}
        options={[
          any,
          ...(data?.reports ?? []).map(({ reportId, title }) => ({ value: reportId, label: title })),
        ]}
        onChange={(value) => set('report', value)}
      />
      <Pick
        id="claims-verdict"
        label={t('claim.verdict')}
        value={search.verdict ?? ALL}
        options={[
          any,
          ...VERDICTS.map((each) => ({ value: each as string, label: t(`claim.verdict.${each}`) })),
        ]}
        onChange={(value) => set('verdict', value)}
      />
      <Pick
        id="claims-match"
        label={t('claim.match')}
        value={search.match ?? ALL}
        options={[any, ...STATES.map((each) => ({ value: each as string, label: t(`claim.match.${each}`) }))]}
        onChange={(value) => set('match', value)}
      />
    </div>
  )
}
