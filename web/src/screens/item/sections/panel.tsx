import { type ReactNode, useId } from 'react'

interface PanelProps {
  readonly title: string
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One part of an item's page, named by its heading. */
export function Panel({ title, note, actions, children }: PanelProps) {
  const id = useId()
  return (
    <section className="item-panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note && <span className="soft">{note}</span>}
        {actions && <span className="item-panel-actions no-print">{actions}</span>}
      </header>
      {children}
    </section>
  )
}
