import type { SetTargets, Target } from '../../../api/targets.ts'

/** A target as it stands in the table, kept or typed. */
export interface TargetRow {
  readonly key: string
  readonly indicator: string | null
  /** Key of the unit. */
  readonly unit: string | null
  readonly period: string | null
  readonly kind: Target['kind']
  readonly horizon: Target['horizon']
  readonly value: string
  readonly path: Target['path']
  readonly document: string
  /** Undefined for a new one. */
  readonly version: number | undefined
  readonly isRemoved: boolean
}

export function rowOf(target: Target): TargetRow {
  const { id, indicator, unit, period, kind, horizon, value, path, document, version } = target
  return {
    key: id,
    indicator,
    unit: unit.key,
    period,
    kind,
    horizon,
    value,
    path,
    document,
    version,
    isRemoved: false,
  }
}

const DECIMAL = /^-?\d+(\.\d+)?$/

/** What keeps a typed row from being saved. */
export function faultOf({ indicator, unit, period, value, isRemoved, path }: TargetRow) {
  if (isRemoved) return undefined
  if (indicator === null) return 'indicator'
  if (unit === null) return 'unit'
  if (period === null) return 'period'
  if (!DECIMAL.test(value.trim())) return 'value'
  if (path.kind === 'nodes' && path.nodes.length === 0) return 'nodes'
  return undefined
}

/** Only what differs from what is kept; a removed target is one without a value. */
export function changesOf(rows: readonly TargetRow[], kept: readonly TargetRow[]): SetTargets['targets'] {
  const former = new Map(kept.map((row) => [row.key, JSON.stringify(row)]))
  return rows
    .filter((row) => former.get(row.key) !== JSON.stringify(row))
    .filter(({ version, isRemoved }) => version !== undefined || !isRemoved)
    .map(({ indicator, unit, period, kind, horizon, value, path, document, version, isRemoved }) => ({
      indicator: indicator ?? '',
      unit: unit ?? '',
      period: period ?? '',
      kind,
      horizon,
      value: isRemoved ? null : value.trim(),
      path,
      document: document.trim(),
      ...(version === undefined ? {} : { version }),
    }))
}

type Nodes = Extract<Target['path'], { kind: 'nodes' }>['nodes']

/** `2024-03-31 25; 2024-06-30 50` as nodes; undefined where a part is no day with a per cent. */
export function readNodes(text: string): Nodes | undefined {
  const parts = text
    .split(/[;\n\uff1b]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const nodes = parts.map((part) => /^(\d{4}-\d{2}-\d{2})\s+(\d{1,4}(?:\.\d{1,6})?)%?$/.exec(part))
  if (nodes.length === 0 || nodes.some((match) => match === null)) return undefined
  return nodes.map((match) => ({ on: match![1]!, percent: match![2]! }))
}

export const writeNodes = (nodes: Nodes) => nodes.map(({ on, percent }) => `${on} ${percent}`).join('; ')
