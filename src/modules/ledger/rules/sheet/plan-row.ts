import type { SheetRow } from '../../../../platform/sheets/index.ts'
import { foldHeading } from './fold-heading.ts'
import type { ImportedItem, RowContext, RowPlan, SheetMapping, SkipReason } from './imported-item.ts'
import { readClock } from './read-clock.ts'
import { readDescribed, withPrefix } from './read-described.ts'
import { readParties } from './read-parties.ts'
import { readStanding } from './read-standing.ts'
import { foldWord, RowReader, textOfCell } from './row-reader.ts'
import { FIELD_COLUMNS, type SheetField } from './sheet-field.ts'
import words from './words.json' with { type: 'json' }

const TOTAL = /^(?:合计|总计|小计|共计|累计|total)[:：]?\s*(?:共?\s*\d+\s*[项条件个]?)?$/i
const SECTION =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[部类章])/

/**
 * What one row of a sheet becomes: an item, a row that is passed over (totals, section headings, repeated headings,
 * withdrawn matters), or problems by column. A classified matter is refused at the door (DESIGN.md, invariant 10).
 */
export function planRow(row: SheetRow, mapping: SheetMapping, context: RowContext): RowPlan {
  const reader = new RowReader(row, mapping)
  const skip = skipReason(row, mapping, reader)
  if (skip) return { kind: 'skip', reason: skip }
  refuseClassified(reader)
  const standing = readStanding(reader, context)
  if (standing.state === 'withdrawn') return { kind: 'skip', reason: 'withdrawn' }
  const { words: dueWords, ...clock } = readClock(reader, context)
  const described = readDescribed(reader, context)
  const { responsibleText, ...parties } = readParties(reader, context, clock.issuedOn ?? context.today)
  const isDeadlineInWords = dueWords !== '' && !described.remark.includes(dueWords)
  const label = FIELD_COLUMNS.dueOn.heading
  const remark = isDeadlineInWords ? joined(described.remark, `${label}：${dueWords}`) : described.remark
  const number = reader.text('number', 40)
  const item: ImportedItem = {
    number: number || null,
    fields: { ...described, ...clock, ...parties, remark },
    parentNumber: reader.text('parent', 40) || null,
    responsibleText,
    standing,
    report: readReport(reader),
    reason: reader.text('reason', 500) || null,
    given: givenFields(reader, mapping, { context, isDeadlineInWords }),
  }
  checkStanding(reader, item, context)
  if (reader.problems.length > 0) return { kind: 'error', problems: reader.problems }
  return { kind: 'item', item, warnings: reader.warnings }
}

/** The parent as the ledger knows it: its own number as it stands, an office's with the prefix of the sheet. */
export function parentNumbers(item: ImportedItem, { numberPrefix }: RowContext): readonly string[] {
  if (item.parentNumber === null) return []
  return [...new Set([item.parentNumber, withPrefix(numberPrefix, item.parentNumber)])]
}

/** Folded once: every cell of every row is compared with them. */
const FOLDED = new Map(
  Object.entries(FIELD_COLUMNS).map(([field, { heading, synonyms }]) => [
    field,
    new Set([heading, ...synonyms].map(foldHeading)),
  ]),
)

function skipReason(row: SheetRow, mapping: SheetMapping, reader: RowReader): SkipReason | undefined {
  const texts = row.cells.map(textOfCell)
  const filled = texts.filter((text, column) => text !== '' && !row.merged.includes(column))
  const first = filled[0] ?? ''
  const isBare =
    reader.cell('number') === null && reader.cell('lead') === null && reader.cell('dueOn') === null
  if (isBare && (TOTAL.test(first) || TOTAL.test(reader.text('title')))) return 'total'
  const headings = mapping.columns.flatMap((field, column) =>
    field === null ? [] : [[field, texts[column] ?? '']],
  )
  const isHeading = (field: string, text: string) => text !== '' && FOLDED.get(field)!.has(foldHeading(text))
  const repeated = headings.filter(([field, text]) => isHeading(field!, text!)).length
  if (repeated >= 2 && repeated * 2 >= headings.filter(([, text]) => text !== '').length) return 'heading'
  if (headings.length > 1 && filled.length === 1 && (SECTION.test(first) || row.merged.length >= 2))
    return 'section'
  return undefined
}

function refuseClassified(reader: RowReader): void {
  const mark = foldWord(reader.text('classification'))
  const isOpen =
    mark === '' || /^[-/—]+$/.test(mark) || words.unclassified.some((word) => foldWord(word) === mark)
  if (!isOpen) reader.problem('classification', 'ledger.sheet-classified')
}

/** States that need something which the row does not have, when they are taken over. */
function checkStanding(
  reader: RowReader,
  { standing, fields }: ImportedItem,
  { takesOver }: RowContext,
): void {
  const { state, closedOn, finishedOn } = standing
  if (!takesOver || state === null || state === 'draft' || state === 'reviewed') return
  const field: SheetField = reader.has('state') ? 'state' : reader.has('closedOn') ? 'closedOn' : 'progress'
  const hasUnreadLead = reader.problems.some(({ code }) => code === 'ledger.sheet-unit-unknown')
  if (fields.leadUnitId === null && !hasUnreadLead) reader.problem(field, 'ledger.sheet-state-needs-lead')
  if (state === 'closed' && closedOn === null && finishedOn === null) {
    reader.problem(field, 'ledger.sheet-closed-without-day')
  }
}

function readReport(reader: RowReader): ImportedItem['report'] {
  const report = {
    done: reader.text('done', 4000),
    problems: reader.text('problems', 4000),
    next: reader.text('next', 4000),
  }
  return Object.values(report).some((text) => text !== '') ? report : null
}

/** Fields whose cells say something; with `clearsEmpty` also those whose cells are empty. */
function givenFields(
  reader: RowReader,
  mapping: SheetMapping,
  { context, isDeadlineInWords }: { context: RowContext; isDeadlineInWords: boolean },
): SheetField[] {
  const mapped = mapping.columns.filter((field) => field !== null)
  const given = mapped.filter((field) => context.clearsEmpty || reader.cell(field) !== null)
  return isDeadlineInWords && !given.includes('remark') ? [...given, 'remark'] : given
}

const joined = (first: string, second: string) => (first === '' ? second : `${first}；${second}`)
