import { isDay } from '../../../../kernel/day.ts'
import type { Plan } from '../clock/plan.ts'

/** A node plan in one cell, a node each line: `2024-06-30 50% 完成招标`. An even plan is an empty cell. */
export function writePlan(plan: Plan): string {
  if (plan.kind === 'linear') return ''
  return plan.nodes
    .map(
      ({ on, progress, name }) =>
        `${on} ${progress}% ${name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
    )
    .join('\n')
}

/** The plan that a cell says; undefined when a line is none. */
export function readPlan(cell: string): Plan | undefined {
  const lines = cell.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length === 0) return { kind: 'linear' }
  const nodes = []
  for (const line of lines) {
    const [, on, progress, name] =
      /^\s*(\d{4}-\d{2}-\d{2})\s+(\d{1,3}(?:\.\d{1,2})?)\s*[%％]\s+(\S.*)$/su.exec(line) ?? []
    if (!on || !isDay(on) || Number(progress) > 100) return undefined
    nodes.push({ on, progress: Number(progress), name: plainName(name!.trimEnd()) })
  }
  return { kind: 'nodes', nodes }
}

const plainName = (name: string) =>
  name.replace(/\\(\\|n)/g, (_, mark: string) => (mark === 'n' ? '\n' : '\\'))
