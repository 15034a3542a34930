import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Rules that are not asked, each with its reason. None at present. */
export const LEFT_OUT: Readonly<Record<string, string>> = {}

/**
 * What axe finds against WCAG 2.2 A and AA: rule, where, and how to mend it. Under a dialog (`isOver`) the page cannot be
 * pressed, and what the dialog half covers is no target: it is left out.
 */
export async function violationsOf(page: Page, { isOver = false } = {}): Promise<string[]> {
  // Through the debugger, as the page's content policy lets no script of ours in.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(`${SOURCE};undefined`)
  const options = {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries([
      // Off in axe by default, as WCAG 2.2 is younger than its other rules.
      ['target-size', { enabled: true }],
      ...Object.keys(LEFT_OUT).map((rule) => [rule, { enabled: false }]),
    ]),
    resultTypes: ['violations'],
  }
  const where = isOver ? "{ exclude: ['#root'] }" : 'document'
  return page.evaluate(`axe.run(${where}, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, any, all, none }) =>
      id + ' at ' + target.join(' ') + ' ' + html.slice(0, 160) + ': ' +
      [...any, ...all, ...none].map(({ message }) => message).join('; '))))`)
}
