import { useState } from 'react'
import type { TakeNote } from '../../api/review-day.ts'
import { useNotes } from '../../api/review-day.ts'
import type { Book, ReviewDetail } from '../../api/review-model.ts'
import { useIsAllowed } from '../../api/session.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useWords } from '../../i18n/use-words.ts'
import { SpeakerClock } from './clock/speaker-clock.tsx'
import { useClock } from './clock/use-clock.ts'
import { DayBar } from './day-bar.tsx'
import { NoteDialog } from './notes/note-dialog.tsx'
import { NoteList } from './notes/note-list.tsx'
import { notesOf } from './notes/notes-of.ts'
import { useKept } from './offline/use-kept.ts'
import { useOutbox } from './offline/use-outbox.ts'
import { slideLines } from './slide-lines.ts'
import { SpeakerList } from './speaker-list.tsx'
import { UnitSlide } from './unit-slide.tsx'
import { useDayKeys } from './use-day-keys.tsx'
import { useSlide } from './use-slide.ts'

interface DayPageProps {
  review: ReviewDetail
  book: Book
}

/** Speakers at the left, the unit's sheet in the middle, its clock and notes at the right. */
export function DayPage({ review, book }: DayPageProps) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const mayHold = useIsAllowed()('reviews.hold') && review.stage !== 'closed'
  const [taking, setTaking] = useState<TakeNote['kind'] | null>(null)
  const { outbox, waiting, write } = useOutbox(review.id)
  const clock = useClock(review.id, { waiting, write })
  const isKept = useKept(review.id, mayHold)
  const { data: known } = useNotes(review.id, { isEnabled: mayHold })
  const unitIds = review.speakingOrder.map(({ unitId }) => unitId)
  const slide = useSlide(unitIds, (unitId) => slideLines(book, unitId))
  const unitId = unitIds[slide.at] ?? ''
  const minutes = review.speakingOrder[slide.at]?.minutes ?? review.speakerMinutes
  const toggle = mayHold ? () => clock.toggle(unitId) : undefined
  const { help, openHelp } = useDayKeys({
    slide,
    onNote: mayHold ? () => setTaking('note') : undefined,
    onCommitment: mayHold ? () => setTaking('commitment') : undefined,
    onClock: toggle,
  })
  const nameOfUnit = (id: string) =>
    nameOf(id) ?? book.content.sheets.find((sheet) => sheet.unitId === id)?.unitName ?? t('unit.unknown')
  const notes = notesOf(known?.notes ?? [], waiting)
  const discard = (id: string) => {
    const entry = waiting.find(({ kind, body }) => kind === 'note' && body.id === id)
    if (entry) outbox.remove(entry)
  }
  return (
    <>
      <DayBar
        review={review}
        book={book}
        isReached={clock.isReached}
        isKept={isKept}
        waiting={waiting.filter(({ refusal }) => refusal === undefined).length}
        onHelp={openHelp}
      />
      <div className="day-body">
        <SpeakerList
          speakers={review.speakingOrder}
          at={slide.at}
          clock={clock}
          nameOf={nameOfUnit}
          onShow={slide.showUnit}
        />
        <section className="day-slide" aria-labelledby="day-unit">
          <h1 id="day-unit">{nameOfUnit(unitId)}</h1>
          <UnitSlide
            lines={slideLines(book, unitId)}
            side={slide.side}
            litId={slide.litId}
            onSide={slide.showSide}
            onLight={slide.light}
          />
        </section>
        <aside className="day-aside">
          <SpeakerClock
            minutes={minutes}
            used={clock.usedOf(unitId)}
            isRunning={clock.runningUnitId === unitId}
            onToggle={toggle}
          />
          {mayHold && (
            <>
              <div className="day-take">
                <button type="button" className="day-button" onClick={() => setTaking('note')}>
                  {t('day.kind.note')} <kbd>n</kbd>
                </button>
                <button type="button" className="day-button" onClick={() => setTaking('commitment')}>
                  {t('day.kind.commitment')} <kbd>c</kbd>
                </button>
              </div>
              <NoteList notes={notes.filter((note) => note.unitId === unitId)} onDiscard={discard} />
            </>
          )}
        </aside>
      </div>
      {taking && (
        <NoteDialog
          kind={taking}
          unitId={unitId}
          unitName={nameOfUnit(unitId)}
          now={clock.now}
          onTake={(body) => write({ kind: 'note', body })}
          onClose={() => setTaking(null)}
        />
      )}
      {help}
    </>
  )
}
