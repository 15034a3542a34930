import { App } from 'antd'
import { useState } from 'react'
import { Problem } from '../../../api/problem.ts'
import type { ChangeLine, Line, LineSide, Outcome, Sheet, Source } from '../../../api/review-model.ts'
import { useSheetSteps } from '../../../api/review-sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { type SheetLine, stepFrom } from './sheet-lines.ts'

/** Somebody else was faster: what this person wrote, and the line as it stands now. */
export interface LineConflict {
  readonly words: string | null
  readonly theirs: Line
}

/** What a person writes as a line of the office's own. */
interface OwnLine {
  readonly words: string
  readonly sources: Source[]
  readonly outcome: Outcome | undefined
}

interface LineWorkOptions {
  sheet: Sheet
  /** In the order in which they stand. */
  lines: readonly SheetLine[]
  /** The line that the address names. */
  first: string | null
  mayEdit: boolean
}

export type LineWork = ReturnType<typeof useLineWork>

/** Which line is active, which is written on, and everything that can be done to a line. */
export function useLineWork({ sheet, lines, first, mayEdit }: LineWorkOptions) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { change, swap, add, reload } = useSheetSteps(sheet.reviewId, sheet.unitId)
  const [activeId, setActive] = useState(first)
  const [editingId, setEditing] = useState<string | null>(null)
  const [addingSide, setAdding] = useState<LineSide | null>(null)
  const [conflict, setConflict] = useState<LineConflict | null>(null)

  const onError = (error: Error) => {
    message.error(sentence(error))
  }
  const choose = (id: string) => {
    setActive(id)
    document.querySelector(`[data-line="${id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const send = (line: Line, body: Omit<ChangeLine, 'version'>) =>
    change.mutate(
      { lineId: line.id, body: { ...body, version: line.version } },
      {
        onSuccess: () => {
          setEditing(null)
          setConflict(null)
        },
        onError: async (error) => {
          const isOvertaken = error instanceof Problem && error.code === 'reviews.line-changed'
          const theirs = isOvertaken && (await reload()).lines.find(({ id }) => id === line.id)
          if (!theirs) return onError(error)
          if (body.words === undefined) {
            message.warning(t('cycle.changed-meanwhile', { who: theirs.changedBy }))
            return
          }
          setEditing(null)
          setConflict({ words: body.words, theirs })
        },
      },
    )
  return {
    sheet,
    activeId,
    editingId,
    addingSide,
    conflict,
    mayEdit,
    isSending: change.isPending,
    choose,
    step(by: number) {
      const line = stepFrom(lines, activeId, by)
      if (line) choose(line.id)
    },
    active: () => lines.find(({ id }) => id === activeId),
    edit(line: SheetLine) {
      if (!mayEdit) return
      setActive(line.id)
      setConflict(null)
      setEditing(line.id)
    },
    stopEditing: () => setEditing(null),
    /** The office's words; what is the same as the draft, or empty, is the draft again. */
    write(line: Line, words: string) {
      const text = words.trim()
      const isDraft = line.kind !== 'own' && (text === '' || text === line.sentence)
      if (text === '' && !isDraft) return
      send(line, { words: isDraft ? null : text })
    },
    toggle: (line: Line) => mayEdit && send(line, { included: !line.included }),
    decide: (line: Line, outcome: Outcome) => mayEdit && send(line, { outcome }),
    takeOver: (line: Line) => mayEdit && send(line, { takeOver: true }),
    /** One place up or down within its part. */
    move(line: SheetLine, by: 1 | -1) {
      const beside = lines.filter(({ side }) => side === line.side)
      const other = beside[beside.findIndex(({ id }) => id === line.id) + by]
      if (mayEdit && other) swap.mutate([line, other], { onError })
    },
    settleConflict(keepMine: boolean) {
      if (!conflict) return
      if (keepMine) send(conflict.theirs, { words: conflict.words })
      else setConflict(null)
    },
    startAdding: (side: LineSide) => mayEdit && setAdding(side),
    stopAdding: () => setAdding(null),
    addOwn(side: LineSide, { words, sources, outcome }: OwnLine) {
      add.mutate(
        { unitId: sheet.unitId, side, words: words.trim(), sources, ...(outcome && { outcome }) },
        {
          onSuccess: (line) => {
            setAdding(null)
            setActive(line.id)
          },
          onError,
        },
      )
    },
  }
}
