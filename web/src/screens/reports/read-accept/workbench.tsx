import { useSearch } from '@tanstack/react-router'
import { App, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Report, Statement } from '../../../api/model.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { StateNote } from '../../../ui/state-note.tsx'
import { type Editing, EditLayer } from './edit/edit-layer.tsx'
import { createFocus } from './focus.ts'
import { ReadAcceptHead } from './read-accept-head.tsx'
import { filterStatements, groupStatements, NO_FILTER } from './statements/group-statements.ts'
import { StatementsPane } from './statements/statements-pane.tsx'
import { nextOpen } from './step.ts'
import { TextPane } from './text/text-pane.tsx'
import { useTextSelection } from './text/use-text-selection.ts'
import { useDecisions } from './use-decisions.tsx'
import { useReadAcceptKeys } from './use-read-accept-keys.tsx'

/** Both panes, and what moves between them: the active statement, the selection, the form that is open. */
export function Workbench({ report, statements }: { report: Report; statements: readonly Statement[] }) {
  const words = useWords()
  const { t } = words
  const { message } = App.useApp()
  const { nameOf, units } = useUnitIndex()
  const { statement: askedFor } = useSearch({ from: '/house/reports/$reportId' })
  const [focus] = useState(createFocus)
  const [filter, setFilter] = useState(NO_FILTER)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [side, setSide] = useState<'text' | 'statements'>('statements')
  const textRef = useRef<HTMLDivElement>(null)
  const selection = useTextSelection(textRef, report.text)
  const reason = useRefusalReason()('reports.accept')
  const { decide, lastDecidedId } = useDecisions(report.id)
  const context = useMemo(() => ({ words, nameOf }), [words, nameOf])
  const shown = useMemo(() => {
    const haystack = (one: Statement) =>
      [one.subject, one.unitName, nameOf(one.unitId), ...one.quote].join('\n')
    return groupStatements(filterStatements(statements, filter, haystack))
  }, [statements, filter, nameOf])
  const order = useMemo(() => shown.flatMap((group) => group.statements), [shown])

  useEffect(() => {
    const first = askedFor ?? order.find(({ status }) => status === 'proposed')?.id ?? order[0]?.id
    if (focus.activeId() === null && first) focus.choose(first, 'keys')
  }, [askedFor, order, focus])

  const isEditing = editing !== null
  useEffect(() => {
    if (!isEditing) document.querySelector<HTMLElement>('[aria-current="true"][data-statement]')?.focus()
  }, [isEditing])

  const latest = { order, decide, setEditing, focus }
  const current = useRef(latest)
  current.current = latest
  const handlers = useMemo(
    () => ({
      decide(statement: Statement, decision: 'accept' | 'reject' | 'reopen') {
        const { order, decide, focus } = current.current
        const next = decision === 'reopen' ? statement : nextOpen(order, statement.id)
        decide(statement, decision)
        focus.choose((next ?? statement).id, 'keys')
      },
      edit: (statement: Statement) => current.current.setEditing({ what: 'correct', statement }),
      split: (statement: Statement) => current.current.setEditing({ what: 'split', statement }),
    }),
    [],
  )
  const add = () => {
    const span = selection.read()
    if (span) setEditing({ what: 'add', span })
    else message.info(t('read.add-needs-selection'))
  }
  const keys = useReadAcceptKeys({ order, statements, focus, handlers, reason, add, lastDecidedId })

  return (
    <div className={`read-accept shows-${side}`}>
      <ReadAcceptHead
        report={report}
        statements={statements}
        reason={reason}
        onBulk={() => setEditing({ what: 'bulk' })}
        onHelp={keys.openHelp}
      />
      <Segmented
        className="read-accept-side"
        block
        value={side}
        options={[
          { value: 'statements', label: t('read.show-statements') },
          { value: 'text', label: t('read.show-text') },
        ]}
        onChange={setSide}
      />
      <TextPane
        paneRef={textRef}
        report={report}
        statements={statements}
        focus={focus}
        selection={selection.span}
        reason={reason}
        onAdd={add}
      />
      <StatementsPane
        groups={shown}
        filter={filter}
        onFilter={setFilter}
        filterRef={keys.filterRef}
        row={{ focus, context, handlers, reason }}
        empty={
          statements.length === 0 && (
            <StateNote title={t('read.no-statements')}>{t('read.no-statements-way')}</StateNote>
          )
        }
      />
      <EditLayer
        editing={editing}
        report={report}
        statements={statements}
        units={units}
        focus={focus}
        onClose={() => setEditing(null)}
      />
      {keys.help}
    </div>
  )
}
