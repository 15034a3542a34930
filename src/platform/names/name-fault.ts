/** What a name must not have, and where: `position` counts characters from 1, `sign` is `U+202E`. */
export interface NameFault {
  readonly kind: 'control' | 'direction' | 'invisible' | 'unassigned' | 'mixed-scripts'
  readonly position: number
  readonly sign: string
}

const KINDS: readonly [NameFault['kind'], RegExp][] = [
  ['direction', /\p{Bidi_Control}/u],
  ['control', /\p{Cc}|\p{Zl}|\p{Zp}/u],
  // Joiners, tags, variation selectors, fillers: what stands in a text and is not seen (Unicode, DerivedCoreProperties).
  ['invisible', /\p{Cf}|\p{Default_Ignorable_Code_Point}|\u2800/u],
  ['unassigned', /\p{Cn}|\p{Co}|\p{Cs}/u],
]
const ANY_KIND = new RegExp(KINDS.map(([, { source }]) => source).join('|'), 'gu')
const STANDS_FOR: Partial<Record<NameFault['kind'], string>> = { control: ' ', unassigned: '\u3013' }

const LATIN = /\p{Script=Latin}/u
const FOREIGN = /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Armenian}/u

/**
 * The first character that a name may not have, after the freeform class of PRECIS (RFC 8264, 4.3) and UTS 39's restriction
 * of scripts in one word: Han and Latin stand together in every Chinese name, Latin and Cyrillic in no honest word.
 */
export function nameFault(name: string): NameFault | undefined {
  let position = 0
  let hasLatin = false
  let foreign: NameFault | undefined
  for (const sign of name) {
    position++
    const unseen = unseenSign(sign, position)
    if (unseen) return unseen
    // A blank or a stroke ends the word.
    if (!/[\p{L}\p{M}\p{N}]/u.test(sign)) {
      hasLatin = false
      foreign = undefined
    }
    hasLatin ||= LATIN.test(sign)
    if (FOREIGN.test(sign)) foreign ??= { kind: 'mixed-scripts', position, sign: codeOf(sign) }
    if (hasLatin && foreign) return foreign
  }
  return undefined
}

/** The first character that a line of text may not have: as for a name, but words may be of any scripts. */
export function lineFault(line: string): NameFault | undefined {
  let position = 0
  for (const sign of line) {
    const fault = unseenSign(sign, ++position)
    if (fault) return fault
  }
  return undefined
}

/**
 * A line made of text that others have written, for a list and a heading: what a title may not have is taken off, a break or a
 * control becomes a blank, and a character that no font has (private use) the printers' mark for a missing type (U+3013).
 */
export function plainLine(text: string): string {
  const plain = text.replace(ANY_KIND, (sign) => STANDS_FOR[unseenSign(sign, 0)!.kind] ?? '')
  return plain.replace(/ {2,}/g, ' ').trim().normalize('NFC')
}

function unseenSign(sign: string, position: number): NameFault | undefined {
  const kind = KINDS.find(([, expression]) => expression.test(sign))?.[0]
  return kind && { kind, position, sign: codeOf(sign) }
}

const codeOf = (sign: string) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
