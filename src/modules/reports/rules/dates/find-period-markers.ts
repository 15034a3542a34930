import type { Period } from '../../../../kernel/period.ts'
import type { Range } from '../model.ts'
import { anchorOf } from './anchor.ts'
import { markerPattern } from './marker-pattern.ts'
import { resolveMarker } from './resolve-marker.ts'

/** A period named in the text. `period` null: it is named, but covers several years (十四五以来) or cannot be told. */
export interface PeriodMarker {
  range: Range
  period: Period | null
}

const MARKER = markerPattern('dg')

/** Comparators are no period of the claim: 比上年, 较去年同期, 与2002年相比. */
const COMPARED_BEFORE = /(?:比|较|同|与|和|超过|高于|低于|相当于|是)$/
const COMPARED_AFTER = /^(?:同期|同比|同月|相比|以前|之前|前)/

/**
 * The period markers of a stretch of folded text, in order, without deadlines (6月底前) and comparators
 * (比上年). Ranges are in offsets of `folded`; `reportDate` is `2024`, `2024-01` or a day.
 */
export function findPeriodMarkers(folded: string, range: Range, reportDate: string | null): PeriodMarker[] {
  const anchor = anchorOf(reportDate)
  const text = folded.slice(range.start, range.end)
  const markers: PeriodMarker[] = []
  for (const match of text.matchAll(MARKER)) {
    const [start, end] = match.indices![0]!
    const before = text.slice(Math.max(0, start - 3), start)
    const after = text.slice(end, end + 2)
    if (isComparator(before, after, match[0]) || isInsideTitle(text, start)) continue
    const { until, ...groups } = match.groups!
    const skip = until && !until.startsWith('截') && !groups.monthEnd && !groups.yearEnd ? until.length : 0
    const period = resolveMarker({ ...groups, until: skip ? undefined : until }, anchor)
    markers.push({ range: { start: range.start + start + skip, end: range.start + end }, period })
  }
  return markers
}

function isComparator(before: string, after: string, marker: string): boolean {
  if (COMPARED_AFTER.test(after)) return true
  return (
    COMPARED_BEFORE.test(before) && /^(?:去年|上年|前年|上一年|上?个?月|上季度|(?:19|20)\d{2}年)/.test(marker)
  )
}

/** Years in the name of a plan, 《行动方案（2024-2026年）》. */
function isInsideTitle(text: string, start: number): boolean {
  const open = text.lastIndexOf('《', start)
  return open >= 0 && text.lastIndexOf('》', start) < open && start - open < 60
}

/** The period that a marker means, or null: 去年前三季度 in January 2024 → `2023-01/2023-09`. */
export function resolvePeriod(marker: string, reportDate: string | null): Period | null {
  return findPeriodMarkers(marker, { start: 0, end: marker.length }, reportDate)[0]?.period ?? null
}
