import type { StoryLine } from '../../../api/item-model.ts'
import type { Words } from '../../../i18n/use-words.ts'

export interface StoryWords {
  /** What happened, as a sentence without its subject. */
  readonly sentence: string
  /** What belongs to it: days, numbers, names. */
  readonly parts: readonly string[]
  /** The words that somebody wrote: a reason, a report, findings, a letter. */
  readonly quoted: string | undefined
  readonly isLate: boolean
}

type Params = Readonly<Record<string, unknown>>

/** Details told as they are, in this order. */
const PLAIN = [
  'title',
  'progress',
  'value',
  'fromDue',
  'toDue',
  'dueOn',
  'signBy',
  'finishedOn',
  'recheckOn',
  'answerBy',
  'letterNumber',
  'thirdParty',
  'fileName',
  'url',
] as const
const QUOTED = ['done', 'findings', 'text', 'note'] as const

/** Says a line of an item's story. A kind that no catalogue names keeps its own name: nothing is left out. */
export function storyWords(
  { t, find }: Words,
  nameOfUnit: (unitId: string | null) => string | undefined,
  { kind, reason, params }: Pick<StoryLine, 'kind' | 'reason' | 'params'>,
): StoryWords {
  const unit = (id: unknown) => nameOfUnit(String(id)) ?? t('unit.unknown')
  const unitIds = [params.leadUnitId, params.unitId, ...listOf(params.supportingUnitIds)].filter(
    (id) => typeof id === 'string',
  )
  const parts = [
    unitIds.length > 0 && t('story-part.units', { units: unitIds.map(unit).join(t('app.list-separator')) }),
    ...PLAIN.map((key) => {
      const value = plain(params, key)
      return value !== undefined && find(`story-part.${key}`, { value })
    }),
    typeof params.method === 'string' && find(`method.${params.method}`),
    typeof params.colour === 'string' && find(`notice.${params.colour}`),
  ].filter((part) => typeof part === 'string')
  return {
    sentence: find(`story.${kind}`) ?? kind,
    parts,
    quoted: [reason, ...QUOTED.map((key) => params[key])].find(
      (words): words is string => typeof words === 'string' && words !== '',
    ),
    isLate: params.isLate === true,
  }
}

function plain(params: Params, key: (typeof PLAIN)[number]): string | number | undefined {
  const value = params[key]
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? value : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
