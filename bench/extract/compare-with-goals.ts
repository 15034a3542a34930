import goals from './goals.json' with { type: 'json' }
import type { Scores } from './score-corpus.ts'

/** One line for each goal of the issue: reached, or by how much it is short. */
export function compareWithGoals(scores: Scores): string[] {
  return Object.entries(goals).map(([category, goal]) => {
    const reached = scores.byCategory[category]?.f ?? 0
    const verdict = reached >= goal ? 'ok' : `short by ${(goal - reached).toFixed(3)}`
    return `${category.padEnd(14)} goal ${goal.toFixed(2)}  F1 ${reached.toFixed(3)}  ${verdict}`
  })
}

/** F1 by category on one line, for corpora that have no goal. */
export function summarise(scores: Scores): string {
  return Object.keys(goals)
    .map((category) => `${category} ${scores.byCategory[category]?.f?.toFixed(3) ?? '-'}`)
    .join('  ')
}
