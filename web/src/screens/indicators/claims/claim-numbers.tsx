import type { ClaimEvidence } from '../../../api/claims.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'

type Numbers = ClaimEvidence['numbers'][number]

/** What was claimed, then what is known, then what is beside it. */
const ORDER: readonly string[] = [
  'period',
  'claimed',
  'rank',
  'position',
  'of',
  'printed',
  'printedMeasure',
  'actual',
]
const placeOf = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length)

/** What is said by the period or by another number is not repeated. */
const HIDDEN: readonly string[] = ['better', 'kind']

/** The numbers that decide: a line for each year, each number with its name. */
export function ClaimNumbers({ evidence }: { evidence: ClaimEvidence }) {
  const { find, t } = useWords()
  const words = useIndicatorWords()
  const say = (key: string, value: NonNullable<Numbers[string]>): string => {
    if (key === 'period') return words.period(String(value))
    if (key === 'apart') return words.reason(String(value))
    if (key === 'of' && typeof value === 'string') return find(`claim.of.${value}`) ?? value
    if (Array.isArray(value))
      return value.map((unit) => evidence.units[String(unit)] ?? unit).join(t('app.list-separator'))
    return typeof value === 'boolean' ? t(value ? 'app.yes' : 'app.no') : String(value)
  }
  const isShown = ([key, value]: [string, Numbers[string]]) =>
    value !== null &&
    !HIDDEN.includes(key) &&
    !(key === 'missing' && value === 0) &&
    !(key === 'sharedBy' && value === 1)
  return (
    <ul className="claim-numbers figure">
      {evidence.numbers.map((numbers, at) => (
        <li key={at}>
          {Object.entries(numbers)
            .filter(isShown)
            .sort(([one], [other]) => placeOf(one) - placeOf(other))
            .map(([key, value]) => (
              <span key={key}>
                <span className="soft">{find(numberKey(key, value)) ?? key}</span> {say(key, value!)}
              </span>
            ))}
        </li>
      ))}
    </ul>
  )
}

/** `of` counts the units of a table, or names what a figure is of. */
const numberKey = (key: string, value: Numbers[string]) =>
  key === 'of' && typeof value === 'string' ? 'claim.number.of-what' : `claim.number.${key}`
