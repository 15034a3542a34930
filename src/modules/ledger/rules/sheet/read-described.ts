import { lineFault, plainLine } from '../../../../platform/names/index.ts'
import type { CreateItem } from '../../schema.ts'
import { shortenTitle } from '../shorten-title.ts'
import type { RowContext } from './imported-item.ts'
import { readList } from './list-text.ts'
import type { RowReader } from './row-reader.ts'

/** As `CreateItem` limits them. */
const LIMITS = { title: 200, content: 4000, tags: 20, tag: 30 } as const
const SHORTEST_TITLE = 2
const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/

type Described = Omit<
  CreateItem,
  | 'isClassified'
  | 'parentId'
  | 'leadUnitId'
  | 'supportingUnitIds'
  | 'issuedOn'
  | 'startOn'
  | 'dueOn'
  | 'timeLimit'
  | 'plan'
>

/** What a row says about the matter itself. */
export function readDescribed(
  reader: RowReader,
  { numberPrefix }: Pick<RowContext, 'numberPrefix'>,
): Described {
  const own = reader.text('externalNumber', 40 - numberPrefix.length)
  return {
    ...readWording(reader),
    theme: reader.text('theme', 60) || null,
    tags: readTags(reader),
    target: reader.text('target', 1000),
    criterion: readCriterion(reader),
    kind: reader.word<CreateItem['kind']>('kind', 'kind') ?? 'task',
    weight: readWeight(reader),
    ...readOrigin(reader),
    externalNumber: own === '' ? null : withPrefix(numberPrefix, own),
    leaderInCharge: reader.text('leaderInCharge', 60),
    personResponsible: reader.text('personResponsible', 60),
    contact: reader.text('contact', 100),
    priority: reader.word<CreateItem['priority']>('priority', 'priority') ?? 'normal',
    isPublic: reader.flag('isPublic'),
    remark: reader.text('remark', 1000),
    reportFrequency:
      reader.word<CreateItem['reportFrequency']>('reportFrequency', 'reportFrequency') ?? 'none',
  }
}

/** The number with the prefix, once. */
export function withPrefix(prefix: string, number: string): string {
  return number.startsWith(prefix) ? number : prefix + number
}

/** Title and content; a title that is too long stands in full in the content, a content alone gives its title. */
function readWording(reader: RowReader): { title: string; content: string } {
  const title = readTitle(reader)
  const content = reader.text('content', LIMITS.content)
  if (title === '' && content !== '') {
    const taken = shortenTitle(content)
    if (taken === '') reader.problem('title', 'ledger.sheet-title-missing')
    else reader.warn('content', 'ledger.sheet-title-from-content')
    return { title: taken, content }
  }
  if (title === '') reader.problem('title', 'ledger.sheet-title-missing')
  else if (title.length < SHORTEST_TITLE)
    reader.problem('title', 'ledger.sheet-title-short', { value: title })
  if (title.length <= LIMITS.title) return { title, content }
  if (content !== '' || title.length > LIMITS.content) {
    reader.problem('title', 'ledger.sheet-text-long', { length: title.length, limit: LIMITS.title })
    return { title, content }
  }
  reader.warn('title', 'ledger.sheet-title-shortened', { length: title.length, limit: LIMITS.title })
  return { title: shortenTitle(title), content: title }
}

/** The title in one line; characters that are not seen or turn the reading direction are taken off and told of. */
function readTitle(reader: RowReader): string {
  const text = reader.text('title')
  const fault = lineFault(text.replace(/[\r\n\t]/g, ' '))
  if (fault) reader.warn('title', 'ledger.sheet-title-unseen', { position: fault.position, sign: fault.sign })
  return plainLine(text)
}

function readTags(reader: RowReader): string[] {
  const tags = readList(reader.text('tags'))
  if (tags.length > LIMITS.tags || tags.some((tag) => tag.length > LIMITS.tag)) {
    reader.problem('tags', 'ledger.sheet-tags-wrong', { most: LIMITS.tags, longest: LIMITS.tag })
  }
  return tags
}

/** A source type by its word; any other text is the document that it comes from. */
function readOrigin(reader: RowReader): Pick<CreateItem, 'origin' | 'originDocument'> {
  return {
    origin: reader.word<CreateItem['origin']>('origin', 'origin') ?? 'other',
    originDocument: reader.text('originDocument', 200),
  }
}

function readWeight(reader: RowReader): number {
  const cell = reader.cell('weight')
  const text = reader.text('weight').normalize('NFKC').replace(/%$/, '')
  if (text === '') return 1
  const weight = Math.round(Number(text) * 1000) / 1000
  if (typeof cell !== 'boolean' && weight > 0 && weight <= 999_999) return weight
  reader.problem('weight', 'ledger.sheet-weight-wrong', { value: text.slice(0, 40) })
  return 1
}

/** An indicator's value that closes the item: needs the indicator and its value, or neither. */
function readCriterion(reader: RowReader): CreateItem['criterion'] {
  const indicator = reader.text('indicator', 120)
  const target = reader.text('targetValue').normalize('NFKC').replaceAll(',', '')
  if (indicator === '' && target === '') return null
  if (indicator === '' || !DECIMAL.test(target)) {
    reader.problem('targetValue', 'ledger.sheet-criterion-incomplete', {
      indicator,
      value: target.slice(0, 40),
    })
    return null
  }
  return {
    indicator,
    unitOfMeasure: reader.text('unitOfMeasure', 30),
    direction: reader.word<'at-least' | 'at-most' | 'equal'>('direction', 'direction') ?? 'at-least',
    target,
  }
}
