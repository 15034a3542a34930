import { splitUnescaped, unescapeMarks } from './list-text.ts'
import words from './unit-words.json' with { type: 'json' }

/** Who a cell names. Ids are in the order of the cell, each once. */
export interface NamedUnits {
  /** Named without a part, or as leading. */
  readonly unitIds: readonly string[]
  /** Named as supporting within the cell: `市交通委（配合：市公安局）`. */
  readonly supportingIds: readonly string[]
  /** Nobody in particular: 各区, 相关单位. Kept as words. */
  readonly words: readonly string[]
  /** Names that the register does not have. */
  readonly unresolved: readonly string[]
}

/** The unit that a name means on the day that the caller has in mind. */
export type ResolveUnit = (name: string) => string | undefined

const ANYBODY = new RegExp(words.anybody)
const LABEL = new RegExp(words.label)
const SUFFIX = new RegExp(words.suffix)
const OTHERS = new RegExp(words.others)
const NUMBERING = new RegExp(words.numbering)
const INNER = /[（(]([^（）()]*)[)）]/g
/** A name with a mark inside (`市委、市政府办公室`) is put together from at most so many parts. */
const LONGEST_NAME_PARTS = 3

/**
 * Takes a cell of unit names apart: 、，；/ and line breaks, 和 and 及 where both sides are units, numbered lists,
 * `牵头：甲；配合：乙`, `甲（配合：乙）`, `甲牵头，乙配合`. A name that the register has as it stands is never cut.
 */
export function splitUnitNames(cell: string, resolve: ResolveUnit): NamedUnits {
  const found: Found = { lead: [], support: [], words: [], unresolved: [], sinceSuffix: 0 }
  let part: Part = 'lead'
  for (const line of cell.split(/[\r\n]+/)) {
    for (const piece of mergedPieces(line, resolve)) part = place(piece, part, { resolve, found })
  }
  const unitIds = [...new Set(found.lead)]
  return {
    unitIds,
    supportingIds: [...new Set(found.support)].filter((id) => !unitIds.includes(id)),
    words: [...new Set(found.words)],
    unresolved: [...new Set(found.unresolved)],
  }
}

type Part = 'lead' | 'support'
type Found = Record<Part | 'words' | 'unresolved', string[]> & {
  /** How many leading units there were at the last 牵头 or 配合 behind a name. */
  sinceSuffix: number
}

/** The pieces between marks outside brackets; neighbours that only together are a name are joined again. */
function mergedPieces(line: string, resolve: ResolveUnit): string[] {
  const pieces = splitOutsideBrackets(line.replace(NUMBERING, ''))
  const merged: string[] = []
  for (let at = 0; at < pieces.length; ) {
    let count = Math.min(LONGEST_NAME_PARTS, pieces.length - at)
    while (count > 1 && resolve(pieces.slice(at, at + count).join('、')) === undefined) count--
    merged.push(pieces.slice(at, at + count).join('、'))
    at += count
  }
  return merged
}

function splitOutsideBrackets(line: string): string[] {
  const pieces: string[] = []
  let open = 0
  let current = ''
  for (const part of splitUnescaped(line)) {
    current = current === '' ? part : `${current}、${part}`
    open = (current.match(/[（(]/g)?.length ?? 0) - (current.match(/[)）]/g)?.length ?? 0)
    if (open > 0) continue
    pieces.push(current)
    current = ''
  }
  if (current !== '') pieces.push(current)
  return pieces.map((piece) => unescapeMarks(piece).trim()).filter((piece) => piece !== '')
}

/** Files one piece and tells which part the following ones have: a label holds until the next. */
function place(piece: string, part: Part, { resolve, found }: { resolve: ResolveUnit; found: Found }): Part {
  const label = LABEL.exec(piece)
  const now: Part = label ? (label.groups?.support ? 'support' : 'lead') : part
  const name = label ? piece.slice(label[0].length).trim() : piece
  if (name === '') return now
  const whole = resolve(name)
  if (whole !== undefined) {
    found[now].push(whole)
    return now
  }
  const bracketed = [...name.matchAll(INNER)].map(([, inner]) => inner!)
  const bare = name.replace(INNER, '').trim()
  fileName(bare, now, { resolve, found })
  for (const inner of bracketed) {
    const innerLabel = LABEL.exec(inner)
    if (!innerLabel) continue
    const innerPart: Part = innerLabel.groups?.support ? 'support' : 'lead'
    for (const each of splitOutsideBrackets(inner.slice(innerLabel[0].length)))
      fileName(each, innerPart, { resolve, found })
  }
  return now
}

function fileName(
  name: string,
  part: Part,
  { resolve, found }: { resolve: ResolveUnit; found: Found },
): void {
  if (name === '') return
  const suffix = SUFFIX.exec(name)
  const suffixed = suffix && suffix.index > 0 ? name.slice(0, suffix.index) : name
  const into: Part = suffix && suffixed !== name ? (suffix.groups?.support ? 'support' : 'lead') : part
  for (const tried of [name, suffixed, suffixed.replace(OTHERS, '')]) {
    const ids = tried === '' ? undefined : idsOf(tried, resolve)
    if (!ids) continue
    found[tried === name ? part : into].push(...ids)
    if (into === 'support' && part === 'lead') found.support.unshift(...found.lead.splice(found.sinceSuffix))
    if (suffixed !== name) found.sinceSuffix = found.lead.length
    return
  }
  if (ANYBODY.test(name)) found.words.push(name)
  else found.unresolved.push(suffixed.replace(OTHERS, '') || name)
}

/** The units of a name, or of names joined by 和 when every one of them is a unit. */
function idsOf(name: string, resolve: ResolveUnit): string[] | undefined {
  const whole = resolve(name)
  if (whole !== undefined) return [whole]
  for (const joint of [...words.joining, '/', ' ', '　', '|', '+']) {
    for (let at = name.indexOf(joint, 1); at > 0; at = name.indexOf(joint, at + 1)) {
      const first = resolve(name.slice(0, at).trim())
      const rest = first === undefined ? undefined : idsOf(name.slice(at + joint.length).trim(), resolve)
      if (first !== undefined && rest) return [first, ...rest]
    }
  }
  return undefined
}
