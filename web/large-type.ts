/** What the large letters are to the usual ones: 12 pixels, the smallest that carry words, become 18. */
export const LARGE_TYPE = 1.5

const LARGE = 'html[data-type="large"]'
/** Lengths that hold words, and so grow with them. */
const GROWING =
  /^(font|font-size|line-height|(min-|max-)?(width|height|inline-size|block-size)|flex|flex-basis|grid-template(-columns|-rows)?|grid-auto-(columns|rows))$/
const PIXELS = /(?<![\w.#-])(\d+(?:\.\d+)?)px\b/g
const WIDTH = /\((min|max)-width:\s*(\d+(?:\.\d+)?)px\)/g
/** A hair is a hair for every eye. */
const HAIR = 4

interface Declaration {
  prop: string
  value: string
  readonly parent?: { readonly parent?: Container }
}
interface Container {
  readonly type: string
  readonly name?: string
  readonly params?: string
  readonly parent?: Container
}
interface AtRule extends Container {
  name: string
  params: string
  clone(): AtRule
  after(node: AtRule): void
  walkRules(change: (rule: { selector: string }) => void): void
}
interface Sheet {
  walkDecls(change: (declaration: Declaration) => void): void
  walkAtRules(name: string, change: (rule: AtRule) => void): void
}

/**
 * A step of PostCSS: style sheets are written once, in pixels, for usual letters. Where letters are large, lengths that
 * hold words grow with them, and the narrow layouts begin at proportionally wider windows: large letters on an office
 * screen get the layout that a zoomed page gets.
 */
export function largeType() {
  return {
    postcssPlugin: 'large-type',
    Once(sheet: Sheet) {
      sheet.walkDecls((declaration) => {
        if (!GROWING.test(declaration.prop) || isForPaper(declaration.parent?.parent)) return
        declaration.value = declaration.value.replace(PIXELS, (length, pixels) =>
          Number(pixels) < HAIR ? length : `calc(${pixels}px * var(--type))`,
        )
      })
      const narrow: AtRule[] = []
      sheet.walkAtRules('media', (rule) => {
        if (rule.params.search(WIDTH) >= 0) narrow.push(rule)
      })
      for (const rule of narrow) {
        const wider = rule.clone()
        wider.params = rule.params.replace(
          WIDTH,
          (_, side, pixels) => `(${side}-width: ${Math.round(Number(pixels) * LARGE_TYPE)}px)`,
        )
        onlyIn(rule, `html:not([data-type="large"])`)
        onlyIn(wider, LARGE)
        rule.after(wider)
      }
    },
  }
}

/** Documents keep their size on paper. */
function isForPaper(box: Container | undefined): boolean {
  if (!box) return false
  return (box.name === 'media' && /print/.test(box.params ?? '')) || isForPaper(box.parent)
}

/** Without weight of its own, so that nothing else in the sheet has to yield. */
function onlyIn(rule: AtRule, condition: string): void {
  rule.walkRules((inner) => {
    inner.selector = inner.selector
      .split(/,(?![^(]*\))/)
      .map((selector) => `:where(${condition}) ${selector.trim()}`)
      .join(', ')
  })
}
