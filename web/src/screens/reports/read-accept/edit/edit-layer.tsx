import { App } from 'antd'
import type { Report, Span, Statement, Unit } from '../../../../api/model.ts'
import { useAddStatement, useCorrectStatement, useReloadStatements } from '../../../../api/statements.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import type { Focus } from '../focus.ts'
import { BulkAcceptDialog } from '../statements/bulk-accept-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { additionOf, correctionOf, draftOfSelection, draftOfStatement } from './statement-draft.ts'
import { StatementDrawer } from './statement-drawer.tsx'
import { unitSpokenOf } from './unit-spoken-of.ts'

/** Which form is open over the panes. */
export type Editing =
  | { what: 'correct'; statement: Statement }
  | { what: 'split'; statement: Statement }
  | { what: 'add'; span: Span }
  | { what: 'bulk' }

interface EditLayerProps {
  editing: Editing | null
  report: Report
  statements: readonly Statement[]
  units: readonly Unit[]
  focus: Focus
  onClose: () => void
}

/** The open form, if any; on saving it says so and goes to the statement concerned. */
export function EditLayer({ editing, report, statements, units, focus, onClose }: EditLayerProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const done = (sentence: string, id?: string) => {
    onClose()
    message.success(sentence)
    if (id) focus.choose(id, 'keys')
  }
  switch (editing?.what) {
    case 'correct':
      return (
        <Correct
          statement={editing.statement}
          units={units}
          onClose={onClose}
          onDone={() => done(t('read.saved'))}
        />
      )
    case 'split':
      return (
        <SplitDialog
          statement={editing.statement}
          onClose={onClose}
          onDone={(count, id) => done(t('read.split-done', { count }), id)}
        />
      )
    case 'add':
      return (
        <Add
          report={report}
          span={editing.span}
          unitId={unitSpokenOf(statements, editing.span)}
          units={units}
          onClose={onClose}
          onDone={(id) => done(t('read.added'), id)}
        />
      )
    case 'bulk':
      return (
        <BulkAcceptDialog
          reportId={report.id}
          statements={statements}
          onClose={onClose}
          onDone={(count) => done(t('read.bulk-done', { count }))}
        />
      )
    default:
      return null
  }
}

interface CorrectProps {
  statement: Statement
  units: readonly Unit[]
  onClose: () => void
  onDone: () => void
}

function Correct({ statement, units, onClose, onDone }: CorrectProps) {
  const { t } = useWords()
  const correct = useCorrectStatement(statement.reportId)
  const reload = useReloadStatements(statement.reportId)
  return (
    <StatementDrawer
      key={statement.id}
      title={t('read.correct-title')}
      quote={statement.quote.join(' … ')}
      draft={draftOfStatement(statement)}
      units={units}
      isNew={false}
      note={statement.status === 'accepted' ? t('read.accepted-correction') : undefined}
      isSaving={correct.isPending}
      error={correct.error}
      onReload={() => reload().then(onClose)}
      onClose={onClose}
      onSave={(draft) => {
        const body = correctionOf(statement, draft)
        if (body) correct.mutate({ statement, body }, { onSuccess: onDone })
        else onClose()
      }}
    />
  )
}

interface AddProps {
  report: Report
  span: Span
  unitId: string | null
  units: readonly Unit[]
  onClose: () => void
  onDone: (id: string) => void
}

function Add({ report, span, unitId, units, onClose, onDone }: AddProps) {
  const { t } = useWords()
  const add = useAddStatement(report.id)
  const reload = useReloadStatements(report.id)
  const quote = report.text.slice(...span)
  return (
    <StatementDrawer
      title={t('read.add-title')}
      quote={quote}
      draft={draftOfSelection('shortfall', unitId, quote)}
      units={units}
      isNew
      isSaving={add.isPending}
      error={add.error}
      onReload={() => reload().then(onClose)}
      onClose={onClose}
      onSave={(draft) => add.mutate(additionOf(draft, span), { onSuccess: ({ id }) => onDone(id) })}
    />
  )
}
