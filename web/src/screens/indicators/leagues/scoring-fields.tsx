import { Input, Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { Field } from '../define/field.tsx'
import type { Component } from './league-draft.ts'
import { PointsField } from './points-field.tsx'

type Score = Component['score']
type Scoring = 'own' | 'target' | 'score' | 'rank-points'

interface ScoringFieldsProps {
  id: string
  score: Score
  onChange: (score: Score) => void
}

const SCORINGS = ['own', 'target', 'score', 'rank-points'] as const
const DIRECTIONS = ['higher', 'lower'] as const

/** How a value becomes points: against each unit's own target or one for all, as a score of 100, or by place. */
export function ScoringFields({ id, score, onChange }: ScoringFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Field id={`${id}-scoring`} name={t('composite.scoring')}>
        <Select<Scoring>
          id={`${id}-scoring`}
          value={scoringOf(score)}
          options={SCORINGS.map((value) => ({ value, label: t(`composite.scoring.${value}`) }))}
          onChange={(scoring) => onChange(scoreOf(scoring, score))}
        />
      </Field>
      {score.kind === 'linear' && score.target !== 'own' && (
        <Field id={`${id}-target`} name={t('composite.common-target')}>
          <Input
            id={`${id}-target`}
            inputMode="decimal"
            value={score.target}
            onChange={({ target }) => onChange({ ...score, target: target.value.trim() })}
          />
        </Field>
      )}
      {score.kind === 'linear' && (
        <Field id={`${id}-cap`} name={t('composite.cap')}>
          <Input
            id={`${id}-cap`}
            inputMode="decimal"
            suffix="%"
            placeholder={t('composite.no-cap')}
            value={score.capPercent ?? ''}
            onChange={({ target }) => onChange({ ...score, capPercent: target.value.trim() || null })}
          />
        </Field>
      )}
      {score.kind === 'rank-points' && (
        <Field id={`${id}-points`} name={t('composite.points-by-place')}>
          <PointsField
            id={`${id}-points`}
            value={score.points}
            placeholder="10 8 6 4 2"
            onChange={(points) => onChange({ ...score, points })}
          />
        </Field>
      )}
      {score.kind !== 'score' && (
        <Field id={`${id}-direction`} name={t('indicator.direction')}>
          <Select
            id={`${id}-direction`}
            value={score.direction}
            options={DIRECTIONS.map((value) => ({ value, label: t(`indicator.direction.${value}`) }))}
            onChange={(direction) => onChange({ ...score, direction })}
          />
        </Field>
      )}
    </>
  )
}

function scoringOf(score: Score): Scoring {
  return score.kind === 'linear' ? (score.target === 'own' ? 'own' : 'target') : score.kind
}

/** The direction and the cap stay where the new way of scoring has them, too. */
function scoreOf(scoring: Scoring, former: Score): Score {
  const direction = former.kind === 'score' ? 'higher' : former.direction
  if (scoring === 'score') return { kind: 'score' }
  if (scoring === 'rank-points') return { kind: 'rank-points', direction, points: ['10', '8', '6', '4', '2'] }
  const capPercent = former.kind === 'linear' ? former.capPercent : null
  return { kind: 'linear', direction, target: scoring === 'own' ? 'own' : '100', capPercent }
}
