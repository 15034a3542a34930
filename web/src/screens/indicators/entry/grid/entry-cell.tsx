import { Button, Checkbox, Input } from 'antd'
import type { ClipboardEventHandler, KeyboardEventHandler } from 'react'
import { useWords } from '../../../../i18n/use-words.ts'
import { type EntryCellState, type EntryDraft, textOf } from './use-entry-draft.ts'

interface EntryCellProps {
  cell: EntryCellState
  draft: EntryDraft
  hasNote: boolean
  field: {
    readonly 'data-at': string
    readonly 'aria-label': string
    readonly onKeyDown: KeyboardEventHandler<HTMLInputElement>
    readonly onPaste: ClipboardEventHandler<HTMLInputElement>
  }
}

/** A figure being reported: the field, how it stands, what it was a year ago, and what is wrong or doubtful about it. */
export function EntryCell({ cell, draft, hasNote, field }: EntryCellProps) {
  const { t } = useWords()
  const { key, text, note, reading, clean, isLocked, isUnsaved, isConflict, doubts } = cell
  const isWrong = clean.kind === 'wrong'
  return (
    <div className={`entry-cell ${isUnsaved ? 'is-unsaved' : ''}`}>
      <div className="entry-cell-line">
        <input
          {...field}
          className="entry-field figure"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          readOnly={isLocked}
          aria-invalid={isWrong || isConflict}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => draft.type(key, currentTarget.value)}
        />
        <CellMark cell={cell} />
        {hasNote && (
          <Input
            className="entry-note"
            aria-label={t('entry.note-of', { cell: field['aria-label'] })}
            placeholder={t('entry.note')}
            maxLength={500}
            disabled={isLocked}
            value={note}
            onChange={({ target }) => draft.note(key, target.value)}
          />
        )}
      </div>
      <p className="entry-aside figure soft">
        {t('entry.year-before', { value: cell.yearBefore ?? '—' })}
        <Growth cell={cell} />
        {cell.published !== null && <span> · {t('entry.published', { value: cell.published })}</span>}
      </p>
      {isWrong && (
        <p className="work-fault" role="alert">
          {t(`entry.wrong.${clean.reason}`)}
        </p>
      )}
      {reading?.returnedFor && (
        <p className="entry-returned">
          {t('entry.returned-for', { by: reading.returnedBy ?? '—', reason: reading.returnedFor })}
        </p>
      )}
      {isConflict && (
        <p className="entry-conflict" role="alert">
          {t('entry.conflict', {
            by: reading?.reportedBy ?? '—',
            value: textOf(reading) || t('entry.nothing'),
          })}{' '}
          <Button size="small" onClick={() => draft.revert(key)}>
            {t('entry.take-theirs')}
          </Button>{' '}
          {!isLocked && (
            <Button size="small" onClick={() => draft.insist(key)}>
              {t('entry.keep-mine')}
            </Button>
          )}
        </p>
      )}
      {isUnsaved &&
        doubts.map((sentence) => (
          <p key={sentence} className="entry-doubt">
            <span aria-hidden="true">▲</span> {sentence}{' '}
            <Checkbox
              checked={cell.isConfirmed}
              onChange={({ target }) => draft.confirm(key, target.checked)}
            >
              {t('entry.confirm')}
            </Checkbox>
          </p>
        ))}
    </div>
  )
}

/** How the figure stands, by shape and word. */
function CellMark({ cell }: { cell: EntryCellState }) {
  const { t } = useWords()
  const { isUnsaved, reading } = cell
  const state = isUnsaved ? 'unsaved' : reading?.returnedFor ? 'returned' : (reading?.state ?? 'none')
  const marks = { unsaved: '●', returned: '↩', reported: '○', verified: '✓', none: '' } as const
  if (state === 'none') return <span className="entry-mark" />
  return (
    <span className={`entry-mark is-${state}`} title={t(`entry.state.${state}`)}>
      <span aria-hidden="true">{marks[state]}</span>
      <span className="entry-mark-word">{t(`entry.state.${state}`)}</span>
    </span>
  )
}

/** Against the same period last year; for the eye only, what decides is computed exactly by the server. */
function Growth({ cell: { clean, yearBefore } }: { cell: EntryCellState }) {
  if (clean.kind !== 'value' || !clean.value || !yearBefore || Number(yearBefore) <= 0) return null
  const percent = (Number(clean.value) / Number(yearBefore) - 1) * 100
  const text = `${percent >= 0 ? '+' : ''}${percent.toFixed(1)}%`
  return <span className={Math.abs(percent) >= 50 ? 'entry-leap' : ''}> ({text})</span>
}
