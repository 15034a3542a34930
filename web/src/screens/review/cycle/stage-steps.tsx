import type { Stage, StageMark } from '../../../api/review-model.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { formatDue } from '../parts/format-due.ts'
import { STAGES, StageShape } from '../parts/stage-word.tsx'

interface StageStepsProps {
  stages: readonly StageMark[]
  current: Stage
}

/** The six stages in a row: when each began, or by when it is due; what is late says so. */
export function StageSteps({ stages, current }: StageStepsProps) {
  const { t } = useWords()
  return (
    <ol className="stage-steps" aria-label={t('cycle.stages')}>
      {stages.map((mark) => {
        const isPast = STAGES.indexOf(mark.stage) < STAGES.indexOf(current)
        const state = mark.stage === current ? 'is-current' : isPast ? 'is-past' : 'is-ahead'
        return (
          <li
            key={mark.stage}
            className={`${state} ${mark.isLate ? 'is-late' : ''}`}
            aria-current={mark.stage === current ? 'step' : undefined}
          >
            <span className="stage-name">
              <StageShape stage={mark.stage} />
              {t(`cycle.stage.${mark.stage}`)}
            </span>
            <StageTime mark={mark} />
          </li>
        )
      })}
    </ol>
  )
}

function StageTime({ mark: { stage, dueAt, enteredAt, enteredBy, isLate } }: { mark: StageMark }) {
  const { t } = useWords()
  return (
    <>
      {enteredAt ? (
        <span className="figure" title={enteredBy ?? undefined}>
          {formatInstant(enteredAt)}
        </span>
      ) : (
        <span className="figure">
          {dueAt ? t('cycle.due', { at: formatDue(dueAt) }) : t(`cycle.no-due.${stage}`)}
        </span>
      )}
      {isLate && <strong className="stage-late">{t(enteredAt ? 'cycle.was-late' : 'cycle.is-late')}</strong>}
    </>
  )
}
