import type { ReportClaims } from '../../../api/claims.ts'
import { formatShare } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { VerdictWord } from './verdict-word.tsx'

const VERDICTS = ['confirmed', 'contradicted', 'unknown', 'unchecked'] as const

/** How many of the claims hold, always with their number and of how many. */
export function VerdictCounts({ counts }: { counts: ReportClaims }) {
  const { t } = useWords()
  return (
    <dl className="verdict-counts">
      {VERDICTS.map((verdict) => {
        const { count, of } = counts[verdict]
        return (
          <div key={verdict}>
            <dt>
              <VerdictWord verdict={verdict === 'unchecked' ? null : verdict} />
            </dt>
            <dd className="figure">
              {count} / {of} <span className="soft">({formatShare(count, of)})</span>
            </dd>
          </div>
        )
      })}
      <div>
        <dt>{t('claim.matched')}</dt>
        <dd className="figure">
          {counts.matched.count} / {counts.matched.of}
        </dd>
      </div>
    </dl>
  )
}
