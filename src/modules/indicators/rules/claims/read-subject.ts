import type { ClaimMeasure } from './claim.ts'
import words from './claim-words.json' with { type: 'json' }
import { foldName } from './fold-name.ts'

/** A subject or a name in two parts: what is measured, and what of it. */
export interface ReadSubject {
  /** Folded, without the words of the measure: 社零总额 of 社零总额增速. */
  readonly core: string
  readonly measure: ClaimMeasure
}

const longestFirst = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length)
const growth = longestFirst(words.growth)
const done = longestFirst(words.done)
const share = longestFirst(words.share)
const noise = longestFirst(words.noise)

/**
 * Parts a subject by the words at its end. `ignored` are words that say whose figure it is (names of units and cohorts).
 * The core is never empty: a subject of nothing but such words stays as it is.
 */
export function readSubject(subject: string, ignored: readonly string[] = []): ReadSubject {
  const plain = plainSubject(subject, ignored)
  return (
    endsWithShare(plain) ??
    endsWith(plain, growth, 'growth') ??
    endsWith(plain, done, 'done') ?? { core: plain, measure: 'level' }
  )
}

/** A subject or a name folded, with the words of its measure. */
export function plainSubject(subject: string, ignored: readonly string[] = []): string {
  return without(foldName(subject), [...longestFirst(ignored.map(foldName)), ...noise])
}

/** 占全市比重, 占比: from the last 占 on, if a word of shares ends the text. */
function endsWithShare(text: string): ReadSubject | undefined {
  const begin = text.lastIndexOf(words.shareBegin)
  if (begin <= 0 || !share.some((word) => text.endsWith(word))) return undefined
  return { core: text.slice(0, begin), measure: 'share' }
}

function endsWith(text: string, endings: readonly string[], measure: ClaimMeasure): ReadSubject | undefined {
  let core = text
  for (;;) {
    const found = endings.find((word) => core.endsWith(word) && core.length > word.length)
    if (!found) return core === text ? undefined : { core, measure }
    core = core.slice(0, -found.length)
  }
}

function without(text: string, dropped: readonly string[]): string {
  const rest = dropped.reduce((left, word) => {
    const next = word === '' ? left : left.replaceAll(word, '')
    return next === '' ? left : next
  }, text)
  return rest
}
