import type { SourceFile } from './source-tree.ts'

/** STYLE.md, Grain: lines per source file. */
const BUDGET = { median: 80, p95: 300, hardStop: 400 }

export interface Sizes {
  readonly files: number
  readonly median: number
  readonly p95: number
  readonly max: number
}

export function sizesOf(files: readonly SourceFile[]): Sizes {
  const lines = files.map((file) => file.lines).sort((a, b) => a - b)
  const at = (share: number) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0
  return { files: lines.length, median: at(0.5), p95: at(0.95), max: lines.at(-1) ?? 0 }
}

export function budgetErrors(files: readonly SourceFile[]): string[] {
  const sizes = sizesOf(files)
  const errors = files
    .filter((file) => file.lines > BUDGET.hardStop)
    .map(
      (file) =>
        `${file.path}: ${file.lines} lines, over the hard stop of ${BUDGET.hardStop}; split it by idea`,
    )
  if (sizes.median > BUDGET.median)
    errors.push(`the median source file has ${sizes.median} lines, budget ${BUDGET.median}`)
  if (sizes.p95 > BUDGET.p95) errors.push(`the 95th percentile has ${sizes.p95} lines, budget ${BUDGET.p95}`)
  return errors
}
