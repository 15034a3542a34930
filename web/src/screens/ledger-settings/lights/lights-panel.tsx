import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type LightRuleSetState, useLightRules } from '../../../api/ledger-settings.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import './lights.css'
import { RuleSetEditor } from './rule-set-editor.tsx'
import { RuleSetList } from './rule-set-list.tsx'
import { RuleSetView } from './rule-set-view.tsx'

/** The rule sets for lights: the shipped ones to read, own ones to edit, one of them in force. */
export function LightsPanel({ isReadOnly }: { isReadOnly: boolean }) {
  const { data, error, refetch } = useLightRules()
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={10} />
  return <Sets sets={data} isReadOnly={isReadOnly} />
}

/** What is edited: an own set as it stands, or a copy that is not stored yet. */
interface Editing {
  readonly set: LightRuleSetState
  readonly isNew: boolean
}

function Sets({ sets, isReadOnly }: { sets: readonly LightRuleSetState[]; isReadOnly: boolean }) {
  const { set: key } = useSearch({ from: '/house/ledger/settings' })
  const navigate = useNavigate({ from: '/ledger/settings' })
  const [editing, setEditing] = useState<Editing | null>(null)
  const shown = sets.find(({ ruleSet }) => ruleSet.key === key) ?? sets.find((each) => each.isInForce)
  const show = (next: string | undefined) => {
    setEditing(null)
    navigate({ search: { part: 'lights', ...(next ? { set: next } : {}) }, replace: true })
  }
  return (
    <div className="settings-lights">
      <RuleSetList sets={sets} shown={shown?.ruleSet.key} onShow={show} />
      {editing ? (
        <RuleSetEditor
          key={`${editing.set.ruleSet.key} ${editing.isNew}`}
          set={editing.set}
          isNew={editing.isNew}
          taken={sets.map(({ ruleSet }) => ruleSet.key)}
          onClose={() => setEditing(null)}
          onDone={show}
        />
      ) : (
        shown && (
          <RuleSetView
            key={shown.ruleSet.key}
            set={shown}
            isReadOnly={isReadOnly}
            onEdit={() => setEditing({ set: shown, isNew: false })}
            onCopy={() => setEditing({ set: { ...shown, version: 0, isInForce: false }, isNew: true })}
            onRemoved={() => show(undefined)}
          />
        )
      )}
    </div>
  )
}
