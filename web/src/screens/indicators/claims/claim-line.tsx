import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Claim } from '../../../api/claims.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { KindTag } from '../../../ui/kind-tag.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { ClaimNumbers } from './claim-numbers.tsx'
import { MatchDialog } from './match-dialog.tsx'
import { VerdictWord } from './verdict-word.tsx'

interface ClaimLineProps {
  claim: Claim
  /** Whether its report is named: not on the page of that report. */
  hasReport: boolean
}

/** A claim: its words, what it is matched to, whether it holds, and the numbers and the vintage that decide. */
export function ClaimLine({ claim, hasReport }: ClaimLineProps) {
  const { t, find } = useWords()
  const words = useIndicatorWords()
  const refusal = useRefusalReason()('indicators.check-claims')
  const [isOpen, setOpen] = useState(false)
  const { verdict, evidence, unit, subject, period, quote, vintage } = claim
  const reason = (code: string) => find(`claim.reason.${code}`) ?? code
  const matchWord = t(
    claim.match.state === 'suggested'
      ? 'claim.confirm-match'
      : claim.match.state === 'none'
        ? 'claim.set-match'
        : 'claim.change-match',
  )
  return (
    <li className={`claim is-${verdict ?? 'unchecked'}`}>
      <div className="claim-words">
        <p className="claim-head">
          <KindTag kind={claim.kind} />
          <strong>{[unit && words.unit(unit), subject].filter(Boolean).join(' ')}</strong>
          {period && <span className="soft">{words.period(period)}</span>}
        </p>
        <blockquote>{quote.join(' …… ')}</blockquote>
        <p className="claim-source">
          <Link
            to="/reports/$reportId"
            params={{ reportId: claim.reportId }}
            search={{ statement: claim.id }}
          >
            {t('claim.to-sentence')}
          </Link>
          {hasReport && (
            <Link to="/indicators/claims/$reportId" params={{ reportId: claim.reportId }}>
              {claim.reportTitle}
            </Link>
          )}
        </p>
      </div>
      <div className="claim-match">
        <ClaimMatchFacts claim={claim} />
        <span className="no-print">
          {refusal ? (
            <GatedButton size="small" reason={refusal}>
              {matchWord}
            </GatedButton>
          ) : (
            <Button size="small" onClick={() => setOpen(true)}>
              {matchWord}
            </Button>
          )}
        </span>
        {isOpen && <MatchDialog claim={claim} onClose={() => setOpen(false)} />}
      </div>
      <div className="claim-verdict">
        <p className="claim-head">
          <VerdictWord verdict={verdict} />
          {vintage !== null && vintage > 0 && (
            <span className="soft">{t('vintage.number', { number: vintage })}</span>
          )}
          {claim.isOutdated && <span className="claim-outdated">▲ {t('claim.outdated')}</span>}
        </p>
        {evidence && (
          <>
            <p>{evidence.reasons.map(reason).join(t('claim.reason-separator'))}</p>
            {evidence.ifMatchIsRight && (
              <p className="soft">
                {t('claim.if-right', {
                  verdict: t(`claim.verdict.${evidence.ifMatchIsRight.verdict}`),
                  reasons: evidence.ifMatchIsRight.reasons.map(reason).join(t('claim.reason-separator')),
                })}
              </p>
            )}
            <ClaimNumbers evidence={evidence} />
            {evidence.newest && (
              <p className="claim-outdated">
                {t('claim.newest', {
                  number: evidence.newest.vintage,
                  verdict: t(`claim.verdict.${evidence.newest.verdict}`),
                  reasons: evidence.newest.reasons.map(reason).join(t('claim.reason-separator')),
                })}
              </p>
            )}
          </>
        )}
      </div>
    </li>
  )
}

/** Which indicator, what of it, among whom, and whether a person said so. */
function ClaimMatchFacts({ claim: { match } }: { claim: Claim }) {
  const { t } = useWords()
  const words = useIndicatorWords()
  if (match.indicator === null) return <p className="soft">{t('claim.no-match')}</p>
  const facts = [
    match.measure && t(`claim.measure.${match.measure}`),
    match.scope && (match.isExternal ? t(`claim.scope.${match.scope as 'national'}`) : match.scopeName),
    match.period && words.period(match.period),
  ].filter(Boolean)
  return (
    <>
      <p>
        <Link to="/indicators/$code" params={{ code: match.indicator }} search={{}}>
          {match.name}
        </Link>{' '}
        <span className="soft">{facts.join(' · ')}</span>
      </p>
      <p className={match.state === 'confirmed' ? 'claim-confirmed' : 'claim-suggested'}>
        <span aria-hidden="true">{match.state === 'confirmed' ? '●' : '◐'}</span>{' '}
        {match.state === 'confirmed'
          ? t('claim.match-confirmed', { by: match.by ?? '—' })
          : t('claim.match-suggested')}
      </p>
    </>
  )
}
