import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

const BEFORE =
  /(?<before>大约|约|将近|接近|近|超过|突破|超|逾|高于|多于|至少|不少于|不低于|至多|不超过|不高于|低于|少于|不到)(?:为|达)?$/
const AFTER = /^(?<after>左右|上下|以上|以下|以内|之内|之上|多(?=[^个项家人])|余)/
/** Which words say another thing than the one before the number, and which the same twice. */
const CLASH: Readonly<Record<string, RegExp>> = {
  about: /^(?:以上|以下|以内|之内|之上|多|余)$/,
  above: /^(?:左右|上下|以下|以内|之内)$/,
  below: /^(?:左右|上下|以上|之上|多|余)$/,
}
const TWICE: Readonly<Record<string, RegExp>> = {
  about: /^(?:左右|上下)$/,
  above: /^(?:以上|之上|多|余)$/,
  below: /^(?:以下|以内|之内)$/,
}

/** Two words about one number that contradict each other (近…以上), or say one thing twice (约…左右). */
export function findVagueness(sentence: Sentence): FigureFinding[] {
  const { folded, start, figures } = sentence
  return figures.flatMap((figure) => {
    const before = BEFORE.exec(folded.slice(0, figure.start - start))?.groups?.before
    const after = AFTER.exec(folded.slice(figure.end - start))?.groups?.after
    if (!before || !after) return []
    const way = /约|近$|接近/.test(before)
      ? 'about'
      : /超|突破|逾|高于$|多于|至少|不少|不低/.test(before) && !/不超|不高/.test(before)
        ? 'above'
        : 'below'
    const clashes = CLASH[way]!.test(after)
    if (!clashes && !TWICE[way]!.test(after)) return []
    const at = { start: figure.start - before.length, end: figure.end + after.length }
    const printed = folded.slice(at.start - start, at.end - start)
    return [
      plainFinding(
        sentence.article,
        { sentence, figures: [at] },
        {
          kind: 'vague',
          cause: 'wrong-word',
          severity: 'note',
          printed,
          expected: printed.replace(after, ''),
          arithmetic: clashes ? `${before} ≠ ${after}` : `${before} = ${after}`,
        },
      ),
    ]
  })
}
