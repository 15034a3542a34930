import type { Day } from '../../../../kernel/day.ts'
import type { SheetColumn, SheetValue } from '../../../../platform/sheets/index.ts'
import type { Item } from '../../schema/item.ts'
import { writeLimit } from './limit-text.ts'
import { writeList } from './list-text.ts'
import { writePlan } from './plan-text.ts'
import { COMPUTED_HEADINGS, type ComputedColumn, FIELD_COLUMNS, type SheetField } from './sheet-field.ts'
import words from './words.json' with { type: 'json' }

export type ExportColumn = SheetField | ComputedColumn

/** Fields that only an import knows: reports are not in a list of items, the rest is told otherwise. */
const IMPORT_ONLY: readonly SheetField[] = ['done', 'problems', 'next', 'reason', 'classification']

/** Every column that an export can have, in its order. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  ...(Object.keys(FIELD_COLUMNS) as SheetField[]).filter((field) => !IMPORT_ONLY.includes(field)),
  ...(Object.keys(COMPUTED_HEADINGS) as ComputedColumn[]),
]

/** The columns of a sheet by their headings. An import maps each heading back to its field. */
export function exportColumns(columns: readonly ExportColumn[], locale: 'zh-CN' | 'en'): SheetColumn[] {
  return columns.map((key) => {
    const info = { ...FIELD_COLUMNS, ...COMPUTED_HEADINGS }[key]
    const heading = locale === 'en' ? info.headingEn : info.heading
    return { key, heading, width: info.width, type: info.type as SheetColumn['type'] }
  })
}

export interface ItemNames {
  /** A name by which the register finds the unit again. */
  readonly unit: (unitId: string) => string
  /** The number of an item above. */
  readonly parent: (itemId: string) => string
  /** The city's day of an instant. */
  readonly day: (instant: string) => Day
}

/** An item as a row: words as people write them, numbers and days raw. */
export function writeItem(
  item: Item,
  names: ItemNames,
  locale: 'zh-CN' | 'en',
): Record<ExportColumn, SheetValue> {
  const at = locale === 'en' ? 1 : 0
  const flag = (value: boolean) => words.flag[value ? 'yes' : 'no'][at]!
  const { criterion } = item
  return {
    ...plainCells(item),
    parent: item.parentId && names.parent(item.parentId),
    kind: words.kind[item.kind][at]!,
    tags: writeList(item.tags),
    indicator: criterion?.indicator,
    unitOfMeasure: criterion?.unitOfMeasure,
    direction: criterion && words.direction[criterion.direction][at]!,
    targetValue: criterion?.target,
    origin: words.origin[item.origin][at]!,
    lead: item.leadUnitId && names.unit(item.leadUnitId),
    supporting: writeList(item.supportingUnitIds.map(names.unit)),
    responsibleText: writeList(item.responsibleText),
    priority: words.priority[item.priority][at]!,
    isPublic: flag(item.isPublic),
    timeLimit: item.timeLimit && writeLimit(item.timeLimit),
    plan: writePlan(item.plan),
    reportFrequency: words.reportFrequency[item.reportFrequency][at]!,
    state: words.state[item.state][at]!,
    wasLate: flag(item.wasLate),
    light: words.light[item.light][at]!,
    changedOn: names.day(item.changedAt),
    source: words.source[item.source.kind][at]!,
    done: null,
    problems: null,
    next: null,
    reason: null,
    classification: null,
  }
}

/** What stands in the cell as it is. */
function plainCells(item: Item) {
  const { number, externalNumber, title, content, theme, target, weight, originDocument, leaderInCharge } =
    item
  const {
    personResponsible,
    contact,
    issuedOn,
    startOn,
    dueOn,
    firstDueOn,
    progress,
    dispatchedOn,
    signedOn,
  } = item
  const {
    finishedOn,
    closedOn,
    remark,
    expected,
    daysLate,
    round,
    lastReportOn,
    returnedCount,
    pressedCount,
  } = item
  return {
    number,
    externalNumber,
    title,
    content,
    theme,
    target,
    weight,
    originDocument,
    leaderInCharge,
    personResponsible,
    contact,
    issuedOn,
    startOn,
    dueOn,
    firstDueOn,
    progress,
    dispatchedOn,
    signedOn,
    finishedOn,
    closedOn,
    remark,
    expected,
    daysLate,
    round,
    lastReportOn,
    returnedCount,
    pressedCount,
    createdBy: item.createdBy,
  }
}

/** What an exported sheet is called, without the day. */
export function exportName(locale: 'zh-CN' | 'en'): string {
  return words.export.name[locale === 'en' ? 1 : 0]!
}
