import type { ReactNode } from 'react'
import './state-note.css'

interface StateNoteProps {
  tone?: 'empty' | 'error'
  title: string
  /** What to do next. */
  children?: ReactNode
  action?: ReactNode
}

/** What a screen says when it has nothing to show, or may not: the fact, then the way on. */
export function StateNote({ tone = 'empty', title, children, action }: StateNoteProps) {
  return (
    <div className={`state-note state-note-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <path
          d={
            tone === 'error'
              ? 'M24 6 44 41H4z M24 19v11 M24 34.5v2'
              : 'M11 5h19l8 8v30H11z M17 20h14 M17 27h14 M17 34h8'
          }
        />
      </svg>
      <p className="state-note-title">{title}</p>
      {children && <div className="state-note-way">{children}</div>}
      {action && <div className="state-note-action">{action}</div>}
    </div>
  )
}
