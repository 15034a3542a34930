import { Button, Checkbox, Drawer, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useProposal } from '../../../../api/review-cycles.ts'
import type { Proposal, ReviewDetail } from '../../../../api/review-model.ts'
import { useUnitIndex } from '../../../../api/units.ts'
import { formatPeriod } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ErrorNote } from '../../../../ui/error-note.tsx'
import { LoadingLines } from '../../../../ui/loading-lines.tsx'

interface ProposalDrawerProps {
  review: ReviewDetail
  speaking: ReadonlySet<string | null>
  onAdd: (unitIds: readonly string[]) => void
  onClose: () => void
}

/** Who might speak by the rotation of former reviews, with the reasons; ticked ones go into the agenda. */
export function ProposalDrawer({ review, speaking, onAdd, onClose }: ProposalDrawerProps) {
  const { t, locale } = useWords()
  const { cohorts, nameOf } = useUnitIndex()
  const [cohort, setCohort] = useState('city-wide')
  const [count, setCount] = useState<number | null>(null)
  /** What a person ticked or took away; the rest is as proposed. */
  const [decided, setDecided] = useState<Readonly<Record<string, boolean>>>({})
  const { data, error, refetch } = useProposal(review.id, { cohort, count })
  const isChosen = ({ unitId, isProposed }: Proposal['candidates'][number]) =>
    !speaking.has(unitId) && (decided[unitId] ?? isProposed)
  const chosen = data?.candidates.filter(isChosen) ?? []
  const add = () => {
    onAdd(chosen.map(({ unitId }) => unitId))
    onClose()
  }
  return (
    <Drawer
      open
      size={620}
      title={t('cycle.propose')}
      onClose={onClose}
      footer={
        <div className="form-foot">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="primary" disabled={chosen.length === 0} onClick={add}>
            {t('cycle.add-chosen', { count: chosen.length })}
          </Button>
        </div>
      }
    >
      <div className="proposal-ask">
        <label htmlFor="proposal-cohort">{t('cycle.proposal-cohort')}</label>
        <Select
          id="proposal-cohort"
          value={cohort}
          options={cohorts.map(({ key, name, nameEn }) => ({
            value: key,
            label: (locale === 'en' && nameEn) || name,
          }))}
          onChange={(next) => {
            setCohort(next)
            setDecided({})
          }}
        />
        <label htmlFor="proposal-count">{t('cycle.proposal-count')}</label>
        <InputNumber
          id="proposal-count"
          min={1}
          max={60}
          precision={0}
          value={count ?? data?.count ?? null}
          onChange={setCount}
        />
      </div>
      <p className="soft">{t('cycle.proposal-note')}</p>
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines />
      ) : (
        <ol className="proposal" aria-label={t('cycle.propose')}>
          {data.candidates.map((candidate) => (
            <li key={candidate.unitId}>
              <Checkbox
                checked={isChosen(candidate) || speaking.has(candidate.unitId)}
                disabled={speaking.has(candidate.unitId)}
                onChange={({ target }) =>
                  setDecided((now) => ({ ...now, [candidate.unitId]: target.checked }))
                }
              >
                {nameOf(candidate.unitId) ?? t('unit.unknown')}
              </Checkbox>
              <span className="proposal-why">
                {candidate.why.map(({ code, sentence }) => (
                  <span key={code}>{sentence}</span>
                ))}
                {candidate.reviewedIn.length > 1 && (
                  <span className="soft">
                    {candidate.reviewedIn
                      .map((period) => formatPeriod(locale, period))
                      .join(t('app.list-separator'))}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Drawer>
  )
}
