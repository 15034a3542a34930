import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { themeOf } from '../app/theme.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const tokens = colours(read('tokens.css'))
const css = read('light-tag.css')
const LIGHTS = ['none', 'green', 'blue', 'yellow', 'orange', 'red', 'paused', 'done', 'done-late']
/** What lights stand on: a sheet, the ground of a page, a chosen line. */
const GROUNDS = ['--paper', '--ground', '--brand-soft']

// WCAG 2.2, 1.4.3 (text) and 1.4.11 (what is not text).
test.each(LIGHTS)('the word of "%s" has 4.5:1 and its outline 3:1 on whatever it stands', (light) => {
  const rule = new RegExp(`^\\.light-${light} \\{([^}]*)\\}`, 'm').exec(css)?.[1]
  const ink = colours(rule ?? '', tokens).get('--light-ink')
  expect(ink, light).toMatch(/^#[0-9a-f]{6}$/)
  for (const ground of GROUNDS) {
    const against = contrast(ink!, tokens.get(ground)!)
    expect(against, `${light} ${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
})

test('the edge of a field has 3:1 on a sheet and on the ground of a page, in our fields and in those of the library', () => {
  const edge = tokens.get('--line-field')!
  expect(themeOf(1).token?.colorBorder).toBe(edge)
  for (const ground of ['--paper', '--ground'])
    expect(contrast(edge, tokens.get(ground)!), ground).toBeGreaterThanOrEqual(3)
})

test('black on white is 21:1, and a colour on itself 1:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#a8201a', '#a8201a')).toBe(1)
})

/** The custom properties of a sheet that are colours; `var()` is looked up in `known`. */
function colours(source: string, known = new Map<string, string>()): Map<string, string> {
  return new Map(
    [...source.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{3,6}|var\((--[\w-]+)\))/g)].map(
      ([, name, value, token]) => [
        name!,
        token ? known.get(token)! : value!.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'),
      ],
    ),
  )
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
