import type { Register } from '../../../units/index.ts'
import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

/** Speaking of the past, an old name is right. */
const HISTORY =
  /原|曾|撤二建一|撤销|撤并|撤县|合并|更名|改名|前身|历史|当年|旧|时任|并入|划归|归并|\d{4}年以前|以来/

/** Names of units that had ended on the day of the text. */
export function findFormerUnits(
  sentences: readonly Sentence[],
  register: Register,
  day: string,
): FigureFinding[] {
  const isPresent = ({ validity }: Register['units'][number]) =>
    (validity.from === null || validity.from <= day) && (validity.to === null || day < validity.to)
  const present = register.units.filter(isPresent).flatMap(namesOf)
  const former = register.units
    .filter(({ validity }) => validity.to !== null && validity.to <= day)
    .flatMap((unit) => namesOf(unit).map((name) => ({ name, unit })))
    .filter(({ name }) => name.length >= 3 && !present.includes(name))
  return sentences.flatMap((sentence) =>
    former.flatMap(({ name, unit }) => {
      const at = sentence.folded.indexOf(name)
      if (
        at < 0 ||
        HISTORY.test(sentence.folded.replaceAll(name, '')) ||
        isOfItsTime(sentence.folded, unit.validity.to!)
      )
        return []
      if (present.some((other) => other.includes(name) && sentence.folded.includes(other))) return []
      const successor = register.units.find(({ key }) => key === unit.successor)
      const figure = { start: sentence.start + at, end: sentence.start + at + name.length }
      return [
        plainFinding(
          sentence.article,
          { sentence, figures: [figure] },
          {
            kind: 'former-unit',
            cause: 'wrong-word',
            severity: 'warning',
            printed: name,
            expected: successor?.name ?? '—',
            arithmetic: `${name} → ${unit.validity.to} < ${day}`,
          },
        ),
      ]
    }),
  )
}

/** A sentence that speaks of a year in which the unit still was. */
function isOfItsTime(folded: string, endedOn: string): boolean {
  return [...folded.matchAll(/(?<year>(?:19|20)\d{2})年/g)].some(
    ({ groups }) => groups!.year! <= endedOn.slice(0, 4),
  )
}

function namesOf({ name, fullName, aliases = [] }: Register['units'][number]): string[] {
  const long = aliases.filter((alias) => alias.length >= 3)
  return fullName ? [name, fullName, ...long] : [name, ...long]
}
