import type { Sentence } from '../text/sentences.ts'
import { readDirective, startsDirective } from './directive.ts'

/** Whether a sentence tells somebody to do something by its own form: a speech goes on with it. */
export function isTelling(folded: string, sentence: Sentence): boolean {
  const clauses = sentence.clauses.slice(0, 4).map((clause) => folded.slice(clause.start, clause.end))
  return clauses.some((clause) => readDirective(clause) !== null) || startsDirective(clauses[0] ?? '')
}
