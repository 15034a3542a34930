import { compareFractions } from '../../../indicators/index.ts'
import type { Figure } from './figure.ts'
import { plain } from './find-growth.ts'
import type { FigureFinding } from './finding.ts'
import { overlap } from './interval.ts'
import { intervalOf, written } from './judge-relation.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'
import { slipsOf } from './slips-of.ts'

/** What is said to be counted, with where and when, and the figure. */
interface Mention {
  readonly sentence: Sentence
  readonly figure: Figure
  readonly years: string
}

const ANY = /[\uE000-\uE003]/
const VERB = /(?:总共|累计|共|已|也|就|仍|预计)?(?:实现|完成|达到?|为|是|有)?(?:了)?$/
const TIME =
  /^(?:\d{4}年|今年|去年|上年|全年|当年|本年|截至[^，]{0,12}|年末|\d{1,2}月底?|[一二三四上下前]+(?:季度|半年))+/
const ELSEWHERE = /目标|力争|确保|计划|从|由|分别|其中|改为|左右|平均|每|新增|另/

/** One quantity of one document printed twice, the second off by a slip: the words must be the same, the slip single. */
export function findRepeated(sentences: readonly Sentence[]): FigureFinding[] {
  const seen = new Map<string, Mention[]>()
  const findings: FigureFinding[] = []
  for (const sentence of sentences)
    for (const { subject, figure } of subjectsOf(sentence)) {
      const mention = { sentence, figure, years: yearsOf(sentence) }
      const earlier = seen.get(subject) ?? []
      const contradicted = earlier.some((one) => contradiction(one, mention) !== null)
      const agreed = earlier.some((one) => one.years === mention.years && agree(one, mention))
      if (contradicted && !agreed) {
        const one = earlier.find((each) => contradiction(each, mention) !== null)!
        findings.push(found(one, mention, contradiction(one, mention)!))
      }
      seen.set(subject, [...earlier, mention])
    }
  return findings
}

function* subjectsOf(sentence: Sentence): Generator<{ subject: string; figure: Figure }> {
  const { masked } = sentence
  for (let i = 0; i < masked.length; i++) {
    if (masked[i] !== '\uE000') continue
    const figure = sentence.figureAt(i)
    if (figure.isVague) continue
    const clause = masked.slice(Math.max(masked.lastIndexOf('，', i), masked.lastIndexOf('；', i), -1) + 1, i)
    if (ANY.test(clause) || ELSEWHERE.test(clause) || /^[、和与及]/.test(masked.slice(i + 1))) continue
    const subject = clause
      .replace(VERB, '')
      .replace(TIME, '')
      .replace(/^[：“（(]+/, '')
    if (subject.length >= 4 && subject.length <= 24) yield { subject: `${subject} ${figure.measure}`, figure }
  }
}

/** The years that a sentence names, with words such as 去年: the same words in two sentences speak of one period. */
function yearsOf({ folded }: Sentence): string {
  const words = folded.match(
    /\d{4}年|今年|去年|上年|[一二三四]季度|上半年|下半年|\d{1,2}(?:-\d{1,2})?月|当日|首日/g,
  )
  return [...new Set(words ?? [])].sort().join(' ')
}

function agree(a: Mention, b: Mention): boolean {
  return overlap(intervalOf(a.figure), intervalOf(b.figure))
}

/** 'ten-thousand' or another slip when one of the two is the other with one slip; null otherwise. */
function contradiction(a: Mention, b: Mention): 'ten-thousand' | 'digits-swapped' | 'digit-changed' | null {
  if (a.years !== b.years || agree(a, b)) return null
  if (slips(a.figure, b.figure, 'ten-thousand')) return 'ten-thousand'
  const digits = Math.min(...[a, b].map(({ figure }) => figure.numeral.replace(/\D/g, '').length))
  if (a.sentence.start === b.sentence.start || digits < 4 || a.figure.scale !== b.figure.scale) return null
  if (slips(a.figure, b.figure, 'digits-swapped')) return 'digits-swapped'
  return slips(a.figure, b.figure, 'digit-changed') ? 'digit-changed' : null
}

function slips(a: Figure, b: Figure, cause: 'ten-thousand' | 'digits-swapped' | 'digit-changed'): boolean {
  if (cause !== 'ten-thousand')
    return slipsOf(a, cause).some(({ value }) => compareFractions(value, b.value) === 0)
  return [...slipsOf(a, cause)].some((slip) => overlap(intervalOf(slip), intervalOf(b)))
}

function found(
  one: Mention,
  other: Mention,
  cause: 'ten-thousand' | 'digits-swapped' | 'digit-changed',
): FigureFinding {
  const { sentence, figure } = other
  const finding = plainFinding(
    sentence.article,
    { sentence, figures: [one.figure, figure] },
    {
      kind: cause === 'ten-thousand' ? 'unit' : 'repeated',
      cause,
      severity: cause === 'ten-thousand' ? 'error' : 'warning',
      printed: written(figure),
      expected: written(one.figure),
      arithmetic: `${plain(one.figure)} ≠ ${plain(figure)}`,
    },
  )
  const first = plainFinding(one.sentence.article, { sentence: one.sentence, figures: [] }, finding)
  return { ...finding, spans: [...first.spans, ...finding.spans] }
}
