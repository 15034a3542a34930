import type { ReactNode } from 'react'
import './page-head.css'

interface PageHeadProps {
  /** The page's name, also in the window's title. */
  title: string
  note?: ReactNode
  actions?: ReactNode
}

/** The first line of every screen: its name, a line of facts, and what can be done. */
export function PageHead({ title, note, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      <title>{`${title} · Quarterdeck`}</title>
      <div className="page-head-words">
        <h1>{title}</h1>
        {note && <div className="page-head-note">{note}</div>}
      </div>
      {actions && <div className="page-head-actions no-print">{actions}</div>}
    </header>
  )
}
