import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { Target } from '../../../api/targets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { readNodes, writeNodes } from './target-rows.ts'

interface PathFieldProps {
  label: string
  path: Target['path']
  isLocked: boolean
  onChange: (path: Target['path']) => void
}

const KINDS = ['linear', 'days', 'working-days', 'nodes', 'seasonal'] as const
const YEARS = 3

/** How the target is expected to be reached within its span. */
export function PathField({ label, path, isLocked, onChange }: PathFieldProps) {
  const { t } = useWords()
  const choose = (kind: (typeof KINDS)[number]) =>
    onChange(kind === 'nodes' ? { kind, nodes: [] } : kind === 'seasonal' ? { kind, years: YEARS } : { kind })
  return (
    <div className="target-path">
      <Select
        aria-label={label}
        popupMatchSelectWidth={false}
        disabled={isLocked}
        value={path.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(`target.path.${kind}`) }))}
        onChange={choose}
      />
      {path.kind === 'seasonal' && (
        <InputNumber
          aria-label={t('target.years-of', { cell: label })}
          min={1}
          max={20}
          precision={0}
          disabled={isLocked}
          value={path.years}
          onChange={(years) => onChange({ kind: 'seasonal', years: years ?? 1 })}
        />
      )}
      {path.kind === 'nodes' && (
        <NodesField
          label={t('target.nodes-of', { cell: label })}
          nodes={path.nodes}
          isLocked={isLocked}
          onChange={(nodes) => onChange({ kind: 'nodes', nodes })}
        />
      )}
    </div>
  )
}

type Nodes = Extract<Target['path'], { kind: 'nodes' }>['nodes']

interface NodesFieldProps {
  label: string
  nodes: Nodes
  isLocked: boolean
  onChange: (nodes: Nodes) => void
}

/** Days with the per cent that is to be done by each. */
function NodesField({ label, nodes, isLocked, onChange }: NodesFieldProps) {
  const { t } = useWords()
  const [text, setText] = useState(() => writeNodes(nodes))
  const isWrong = text.trim() !== '' && readNodes(text) === undefined
  return (
    <>
      <Input.TextArea
        aria-label={label}
        autoSize
        placeholder={t('target.nodes-example')}
        status={isWrong ? 'error' : ''}
        disabled={isLocked}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          onChange(readNodes(target.value) ?? [])
        }}
      />
      {isWrong && (
        <span className="work-fault" role="alert">
          {t('target.fault.nodes')}
        </span>
      )}
    </>
  )
}
