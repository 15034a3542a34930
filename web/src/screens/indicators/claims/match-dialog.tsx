import { Alert, App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { type Claim, type ClaimSuggestion, useClaim, useClaimSteps } from '../../../api/claims.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { IndicatorSelect } from '../parts/indicator-select.tsx'
import { PeriodField } from '../parts/period-field.tsx'

interface MatchDialogProps {
  claim: Claim
  onClose: () => void
}

const MEASURES = ['level', 'growth', 'share', 'done'] as const
const EXTERNAL = ['regional', 'provincial', 'national', 'world'] as const
/** An empty value is no choice to the list. */
const AS_SAID = 'as-said'

/** A person says what a claim means; it is checked at once. */
export function MatchDialog({ claim, onClose }: MatchDialogProps) {
  const { t, locale } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { cohorts } = useUnitIndex()
  const { data } = useClaim(claim.id)
  const { match, check } = useClaimSteps()
  const [indicator, setIndicator] = useState(claim.match.indicator)
  const [measure, setMeasure] = useState(claim.match.measure ?? 'level')
  const [scope, setScope] = useState(claim.match.scope)
  const [period, setPeriod] = useState(claim.match.period)
  const send = (chosen: string | null) =>
    match.mutate(
      { id: claim.id, body: { version: claim.version, indicator: chosen, measure, scope, period } },
      {
        onSuccess: () => {
          message.success(t(chosen === null ? 'claim.match-cleared' : 'claim.match-kept'))
          if (chosen !== null) check.mutate({ report: claim.reportId, claims: [claim.id] })
          onClose()
        },
      },
    )
  const scopes = [
    { value: AS_SAID, label: t('claim.scope-as-said') },
    ...cohorts.map(({ key, name, nameEn }) => ({ value: key, label: (locale === 'en' && nameEn) || name })),
    ...EXTERNAL.map((each) => ({ value: each as string, label: t(`claim.scope.${each}`) })),
  ]
  return (
    <Modal
      open
      width={640}
      title={t('claim.match-title', { subject: claim.subject })}
      onCancel={onClose}
      footer={
        <>
          {claim.match.state === 'confirmed' && (
            <Button danger loading={match.isPending} onClick={() => send(null)}>
              {t('claim.clear-match')}
            </Button>
          )}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            type="primary"
            disabled={indicator === null}
            loading={match.isPending}
            onClick={() => send(indicator)}
          >
            {t('claim.keep-match')}
          </Button>
        </>
      }
    >
      <blockquote className="claim-quote">{claim.quote.join(' …… ')}</blockquote>
      {data ? (
        <Suggestions
          suggestions={data.suggestions}
          chosen={indicator}
          onChoose={(suggestion) => {
            setIndicator(suggestion.indicator)
            setMeasure(suggestion.measure)
          }}
        />
      ) : (
        <LoadingLines lines={3} />
      )}
      <div className="claim-fields">
        <div className="is-wide">
          <label htmlFor="match-indicator">{t('claim.indicator')}</label>
          <IndicatorSelect
            id="match-indicator"
            label={t('claim.indicator')}
            value={indicator}
            onChange={setIndicator}
          />
        </div>
        <div>
          <label htmlFor="match-measure">{t('claim.measure')}</label>
          <Select
            id="match-measure"
            style={{ width: '100%' }}
            value={measure}
            options={MEASURES.map((each) => ({ value: each, label: t(`claim.measure.${each}`) }))}
            onChange={setMeasure}
          />
        </div>
        <div>
          <label htmlFor="match-scope">{t('claim.scope')}</label>
          <Select
            id="match-scope"
            style={{ width: '100%' }}
            value={scope ?? AS_SAID}
            options={scopes}
            onChange={(value) => setScope(value === AS_SAID ? null : value)}
          />
        </div>
        <div>
          <label htmlFor="match-period">{t('table-import.whole.period')}</label>
          <PeriodField
            id="match-period"
            label={t('table-import.whole.period')}
            placeholder={t('claim.period-as-said')}
            value={period}
            onChange={setPeriod}
          />
        </div>
      </div>
      {match.error && <Alert type="error" role="alert" showIcon title={sentence(match.error)} />}
    </Modal>
  )
}

interface SuggestionsProps {
  suggestions: readonly ClaimSuggestion[]
  chosen: string | null
  onChoose: (suggestion: ClaimSuggestion) => void
}

/** What it may mean, the likeliest first, and why. */
function Suggestions({ suggestions, chosen, onChoose }: SuggestionsProps) {
  const { t, find } = useWords()
  if (suggestions.length === 0) return <p className="soft">{t('claim.no-suggestions')}</p>
  return (
    <fieldset className="claim-suggestions">
      <legend>{t('claim.suggestions')}</legend>
      {suggestions.map((suggestion) => (
        <label key={`${suggestion.indicator} ${suggestion.measure}`}>
          <input
            type="radio"
            name="suggestion"
            checked={chosen === suggestion.indicator}
            onChange={() => onChoose(suggestion)}
          />
          <span>
            {suggestion.name} <span className="soft">{suggestion.unitOfMeasure}</span>{' '}
            <span className="figure">
              {t('claim.likeness', { percent: Math.round(suggestion.perMille / 10) })}
            </span>
            <span className="soft claim-because">
              {suggestion.because
                .map(({ code, name }) => find(`claim.because.${code}`, { name: name ?? '' }) ?? code)
                .join(t('claim.reason-separator'))}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
