import type { Locale } from '../../../kernel/context.ts'
import { fill, loadCatalogues } from '../../../platform/i18n/index.ts'
import type { FigureFinding } from '../rules/figure-check/finding.ts'
import type { FigureCheckFinding } from './schema.ts'

const CATALOGUES = loadCatalogues([
  { name: 'reviews', layer: 'judgement', dependsOn: [], messages: new URL('../', import.meta.url) },
])

/** A finding with its two sentences: what does not agree, and what probably happened. */
export function presentFinding(finding: FigureFinding, locale: Locale): FigureCheckFinding {
  const { kind, cause, repair, printed, expected, arithmetic } = finding
  const said = (code: string) =>
    fill(CATALOGUES[locale][code] ?? code, { printed, expected, arithmetic, repair }, locale)
  const parts = [
    said(`reviews.check-cause.${cause}`),
    ...(repair === null ? [] : [said('reviews.check.repair')]),
  ]
  return {
    ...finding,
    spans: finding.spans.map(([start, end]) => [start, end]),
    figures: finding.figures.map(([start, end]) => [start, end]),
    source: finding.source ?? null,
    says: said(`reviews.check.${kind}`),
    because: parts.join(locale === 'zh-CN' ? '；' : '; '),
  }
}
