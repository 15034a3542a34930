import { useWords } from '../../../i18n/use-words.ts'
import type { ShownNote } from './notes-of.ts'

interface NoteListProps {
  notes: readonly ShownNote[]
  /** Takes a note that the server refused off this device. */
  onDiscard: (id: string) => void
}

/** What was written down about the unit, and whether the server has it: by word, not by colour alone. */
export function NoteList({ notes, onDiscard }: NoteListProps) {
  const { t } = useWords()
  if (notes.length === 0) return <p className="soft">{t('day.no-notes')}</p>
  return (
    <ol className="day-notes" aria-label={t('day.notes')}>
      {notes.map((note) => (
        <li key={note.id} className={`is-${note.place}`}>
          <strong>{t(`day.kind.${note.kind}`)}</strong> {note.text}
          {note.dueOn && <span className="soft figure"> {t('day.due-on', { day: note.dueOn })}</span>}
          <span className="day-place">
            {note.item ? t('day.item', { number: note.item.number }) : t(`day.place.${note.place}`)}
          </span>
          {note.refusal && (
            <span className="day-refusal" role="alert">
              {note.refusal}{' '}
              <button type="button" className="day-link" onClick={() => onDiscard(note.id)}>
                {t('day.discard')}
              </button>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
