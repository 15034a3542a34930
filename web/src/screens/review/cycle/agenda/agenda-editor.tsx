import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { newId } from '../../../../api/new-id.ts'
import { isConflict } from '../../../../api/problem.ts'
import { useCycleSteps, useRefreshReviews } from '../../../../api/review-cycles.ts'
import type { ReviewDetail } from '../../../../api/review-model.ts'
import { useUnitIndex } from '../../../../api/units.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { GatedButton } from '../../../../ui/gated-button.tsx'
import { UnitSelect } from '../../../../ui/unit-select.tsx'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'
import { type DraftPoint, draftOf, movePoint, pointsOf, startTimes } from './agenda-draft.ts'
import { PointRow } from './point-row.tsx'
import { ProposalDrawer } from './proposal-drawer.tsx'

interface AgendaEditorProps {
  review: ReviewDetail
  /** Opened for arranging, or at once with the proposal of speakers. */
  starts: 'agenda' | 'proposal'
  onClose: () => void
}

/** Arranges the agenda: moved by handle, by buttons or by arrow keys, and saved as a whole. */
export function AgendaEditor({ review, starts, onClose }: AgendaEditorProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const refresh = useRefreshReviews()
  const { units, nameOf } = useUnitIndex()
  const { setAgenda } = useCycleSteps(review.id)
  const [points, setPoints] = useState<readonly DraftPoint[]>(() => draftOf(review.agenda))
  const [dragged, setDragged] = useState<number | null>(null)
  const [isProposing, setProposing] = useState(starts === 'proposal')
  const begins = startTimes(review.heldAt, points)
  const speaking = new Set(points.map(({ unitId }) => unitId))
  const move = (from: number, to: number) => setPoints((now) => movePoint(now, from, to))
  const speech = (unitId: string): DraftPoint => ({
    key: unitId,
    kind: 'speech',
    unitId,
    title: '',
    minutes: review.speakerMinutes,
  })
  const addUnits = (unitIds: readonly string[]) =>
    setPoints((now) => [...now, ...unitIds.filter((id) => !speaking.has(id)).map(speech)])
  const addOther = () =>
    setPoints((now) => [...now, { key: newId(), kind: 'other', unitId: null, title: '', minutes: 10 }])
  const isUntitled = points.some(({ kind, title }) => kind === 'other' && title.trim() === '')
  const save = () =>
    setAgenda.mutate(
      { version: review.version, points: pointsOf(points) },
      {
        onSuccess: () => {
          message.success(t('cycle.agenda-saved'))
          onClose()
        },
      },
    )
  return (
    <div className="agenda-editor">
      <p className="soft no-print">{t('cycle.arrange-note')}</p>
      <ol aria-label={t('cycle.agenda')}>
        {points.map((point, at) => (
          <PointRow
            key={point.key}
            point={point}
            name={point.unitId ? (nameOf(point.unitId) ?? point.title) : point.title}
            begins={begins[at]!}
            isFirst={at === 0}
            isLast={at === points.length - 1}
            isDragged={dragged === at}
            onMove={(by) => move(at, at + by)}
            onGrab={() => setDragged(at)}
            onOver={() => {
              if (dragged === null || dragged === at) return
              move(dragged, at)
              setDragged(at)
            }}
            onDrop={() => setDragged(null)}
            onChange={(change) =>
              setPoints((now) => now.map((each, index) => (index === at ? { ...each, ...change } : each)))
            }
            onRemove={() => setPoints((now) => now.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <div className="agenda-add">
        <Button onClick={() => setProposing(true)}>{t('cycle.propose')}</Button>
        <span className="agenda-unit">
          <UnitSelect
            aria-label={t('cycle.add-unit')}
            placeholder={t('cycle.add-unit')}
            units={units.filter(({ id }) => !speaking.has(id))}
            value={null}
            onChange={(unitId) => unitId && addUnits([unitId])}
          />
        </span>
        <Button onClick={addOther}>{t('cycle.add-other')}</Button>
        <span className="agenda-save">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <GatedButton
            type="primary"
            loading={setAgenda.isPending}
            reason={isUntitled ? t('cycle.other-untitled') : undefined}
            onClick={save}
          >
            {t('cycle.save-agenda')}
          </GatedButton>
        </span>
      </div>
      {setAgenda.error && (
        <Alert
          type="error"
          role="alert"
          title={sentence(setAgenda.error)}
          action={
            isConflict(setAgenda.error) ? (
              <Button
                onClick={() => {
                  refresh()
                  onClose()
                }}
              >
                {t('app.reload')}
              </Button>
            ) : undefined
          }
        />
      )}
      {isProposing && (
        <ProposalDrawer
          review={review}
          speaking={speaking}
          onAdd={addUnits}
          onClose={() => setProposing(false)}
        />
      )}
    </div>
  )
}
