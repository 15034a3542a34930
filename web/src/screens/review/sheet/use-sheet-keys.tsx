import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReviewDetail } from '../../../api/review-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { KeyList } from '../../../ui/key-list.tsx'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import { OUTCOMES } from '../parts/outcome-word.tsx'
import type { SheetLine } from './sheet-lines.ts'
import type { LineWork } from './use-line-work.ts'

interface SheetKeysOptions {
  work: LineWork
  review: ReviewDetail
  unitId: string
}

/** The keys of a sheet: j k e x t J K 1–4 n o [ ] ?. */
export function useSheetKeys({ work, review, unitId }: SheetKeysOptions) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const onActive = (act: (line: SheetLine) => void) => () => {
    const line = work.active()
    if (line) act(line)
  }
  const goToUnit = (by: 1 | -1) => () => {
    const order = review.speakingOrder.map((speaker) => speaker.unitId)
    const next = order[order.indexOf(unitId) + by]
    if (next)
      navigate({
        to: '/review/$reviewId/sheets/$unitId',
        params: { reviewId: review.id, unitId: next },
        search: {},
      })
  }
  useShortcuts({
    j: () => work.step(1),
    k: () => work.step(-1),
    e: onActive(work.edit),
    x: onActive(work.toggle),
    t: onActive((line) => line.stale && work.takeOver(line)),
    J: onActive((line) => work.move(line, 1)),
    K: onActive((line) => work.move(line, -1)),
    n: () => work.startAdding(work.active()?.side ?? 'strength'),
    o: onActive(({ sources }) => sources[0] && navigate({ to: sources[0].href })),
    '[': goToUnit(-1),
    ']': goToUnit(1),
    '?': () => setHelpOpen(true),
    ...Object.fromEntries(
      OUTCOMES.map((outcome, at) => [
        String(at + 1),
        onActive((line) => line.side === 'follow-up' && work.decide(line, outcome)),
      ]),
    ),
  })
  const help = (
    <KeyList
      isOpen={isHelpOpen}
      onClose={() => setHelpOpen(false)}
      keys={[
        { keys: ['j', 'k'], does: t('cycle.key.move') },
        { keys: ['e'], does: t('cycle.key.edit') },
        { keys: ['Ctrl', '↵'], does: t('cycle.key.save') },
        { keys: ['x'], does: t('cycle.key.include') },
        { keys: ['t'], does: t('cycle.key.take-over') },
        { keys: ['J', 'K'], does: t('cycle.key.order') },
        { keys: ['1–4'], does: t('cycle.key.outcome') },
        { keys: ['n'], does: t('cycle.key.own') },
        { keys: ['o'], does: t('cycle.key.source') },
        { keys: ['[', ']'], does: t('cycle.key.unit') },
        { keys: ['?'], does: t('app.keys-help') },
      ]}
    />
  )
  return { help, openHelp: () => setHelpOpen(true) }
}
