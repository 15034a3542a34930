import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Book, ReviewDetail, Sheet } from '../../../api/review-model.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { StateNote } from '../../../ui/state-note.tsx'
import { printFit } from '../parts/print-fit.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { LineSection } from './line-section.tsx'
import { LinePanel } from './panel/line-panel.tsx'
import { PanelDrawer } from './panel/panel-drawer.tsx'
import './sheet-page.css'
import { SheetHead } from './sheet-head.tsx'
import { SIDES, sheetLines } from './sheet-lines.ts'
import { SheetNav } from './sheet-nav.tsx'
import { useLineWork } from './use-line-work.ts'
import { useSheetKeys } from './use-sheet-keys.tsx'

interface SheetPageProps {
  review: ReviewDetail
  sheet: Sheet
  book: Book | undefined
}

/** The three parts of a sheet with the active line's sources beside them; by keyboard from end to end. */
export function SheetPage({ review, sheet, book }: SheetPageProps) {
  const words = useWords()
  const { t } = words
  const { line: linked } = useSearch({ from: '/house/review/$reviewId/sheets/$unitId' })
  const lines = sheetLines(sheet, book)
  const refusal = useRefusalReason()('reviews.prepare')
  const isOpen = review.stage === 'collecting'
  const mayEdit = isOpen && refusal === undefined
  const [correctingId, setCorrecting] = useState<string | null>(null)
  const [isPanelOpen, setPanelOpen] = useState(false)
  const work = useLineWork({ sheet, lines, first: linked ?? null, mayEdit })
  const { help, openHelp } = useSheetKeys({ work, review, unitId: sheet.unitId })
  const active = lines.find(({ id }) => id === work.activeId)
  const showSources = (id: string) => {
    work.choose(id)
    // Beside the lines there is no room for the panel on a narrow screen.
    setPanelOpen(matchMedia('(max-width: 1100px)').matches)
  }
  return (
    <article className="unit-sheet" style={printFit(lines, words)}>
      <SheetHead {...{ review, sheet, mayEdit, refusal, openHelp }} />
      <SheetNav review={review} unitId={sheet.unitId} />
      {lines.length === 0 ? (
        <StateNote title={t('cycle.sheet-empty')}>
          {t(mayEdit ? 'cycle.sheet-empty-way' : 'cycle.sheet-empty-yet')}
        </StateNote>
      ) : null}
      <div className="sheet-columns">
        <div>
          {SIDES.map((side) => (
            <LineSection
              key={side}
              side={side}
              lines={lines.filter((line) => line.side === side)}
              work={work}
              onSources={showSources}
              onCorrect={!isOpen && !refusal ? setCorrecting : undefined}
            />
          ))}
        </div>
        <aside className="sheet-aside no-print" aria-label={t('cycle.sources')}>
          {active ? (
            <LinePanel line={active} corrections={book?.corrections ?? []} />
          ) : (
            <p className="soft">{t('cycle.choose-line')}</p>
          )}
        </aside>
      </div>
      {active && isPanelOpen && (
        <PanelDrawer
          line={active}
          corrections={book?.corrections ?? []}
          onClose={() => setPanelOpen(false)}
        />
      )}
      {correctingId && (
        <CorrectDialog
          reviewId={review.id}
          line={lines.find(({ id }) => id === correctingId)!}
          onClose={() => setCorrecting(null)}
        />
      )}
      {help}
    </article>
  )
}
