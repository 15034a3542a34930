import type { ArticleKind } from '../../schema.ts'

/**
 * Kinds of article about a whole city or county: what no unit is named for is the owner's. In a notice or a meeting
 * about others the totals of 全县 are a programme's (GUIDELINES §6).
 */
export const OWNED_KINDS: ReadonlySet<ArticleKind> = new Set<ArticleKind>([
  'work-report',
  'quarterly-review',
  'other',
])
