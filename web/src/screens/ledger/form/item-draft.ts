import type { CreateItem, Item } from '../../../api/model.ts'

/** The fields of an item that people write. */
export type ItemFields = Omit<CreateItem, 'isClassified'>
type Limit = NonNullable<ItemFields['timeLimit']>
type Criterion = NonNullable<ItemFields['criterion']>
type Node = Extract<ItemFields['plan'], { kind: 'nodes' }>['nodes'][number]

/** An item as it stands in a form: nothing is null that is typed, and both ways to say a deadline have their place. */
export interface ItemDraft
  extends Omit<ItemFields, 'theme' | 'externalNumber' | 'criterion' | 'timeLimit' | 'plan'> {
  theme: string
  externalNumber: string
  hasCriterion: boolean
  criterion: Criterion
  deadlineBy: 'day' | 'limit'
  timeLimit: Limit
  /** A limit that stood beside a day: it stays unless the deadline is said otherwise. */
  limitBeside: Limit | null
  planKind: 'linear' | 'nodes'
  nodes: Partial<Node>[]
  isClassified: boolean
  reason: string
}

const FIRST_LIMIT: Limit = { count: 30, unit: 'natural', dayZero: 'next-day', cutoff: null }
const FIRST_CRITERION: Criterion = { indicator: '', unitOfMeasure: '', direction: 'at-least', target: '' }

export const NEW_ITEM: ItemFields = {
  title: '',
  content: '',
  theme: null,
  tags: [],
  target: '',
  criterion: null,
  kind: 'task',
  parentId: null,
  weight: 1,
  origin: 'other',
  originDocument: '',
  externalNumber: null,
  leadUnitId: null,
  supportingUnitIds: [],
  leaderInCharge: '',
  personResponsible: '',
  contact: '',
  priority: 'normal',
  isPublic: false,
  remark: '',
  issuedOn: null,
  startOn: null,
  dueOn: null,
  timeLimit: null,
  plan: { kind: 'linear' },
  reportFrequency: 'none',
}
export const FIELD_NAMES = Object.keys(NEW_ITEM) as (keyof ItemFields)[]

export function fieldsOfItem(item: Item): ItemFields {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, item[name]])) as unknown as ItemFields
}

export function draftOf(fields: ItemFields): ItemDraft {
  const { theme, externalNumber, criterion, timeLimit, plan, ...rest } = fields
  return {
    ...rest,
    theme: theme ?? '',
    externalNumber: externalNumber ?? '',
    hasCriterion: criterion !== null,
    criterion: criterion ?? FIRST_CRITERION,
    deadlineBy: fields.dueOn === null && timeLimit !== null ? 'limit' : 'day',
    timeLimit: timeLimit ?? FIRST_LIMIT,
    limitBeside: fields.dueOn === null ? null : timeLimit,
    planKind: plan.kind,
    nodes: plan.kind === 'nodes' ? plan.nodes : [],
    isClassified: false,
    reason: '',
  }
}

/** What a form says, as the server takes it. */
export function fieldsOf(draft: ItemDraft): ItemFields {
  const {
    hasCriterion,
    deadlineBy,
    limitBeside,
    planKind,
    nodes,
    isClassified: _,
    reason: _r,
    ...rest
  } = draft
  const texts = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : (value ?? null),
    ]),
  ) as unknown as typeof rest
  const { target, indicator, unitOfMeasure, direction } = draft.criterion
  return {
    ...texts,
    theme: texts.theme || null,
    externalNumber: texts.externalNumber || null,
    tags: texts.tags.map((tag) => tag.trim()).filter(Boolean),
    criterion: hasCriterion
      ? { indicator: indicator.trim(), unitOfMeasure: unitOfMeasure.trim(), direction, target: target.trim() }
      : null,
    dueOn: deadlineBy === 'day' ? draft.dueOn : null,
    timeLimit:
      deadlineBy === 'limit' ? { ...draft.timeLimit, cutoff: draft.timeLimit.cutoff || null } : limitBeside,
    plan: planKind === 'linear' ? { kind: 'linear' } : { kind: 'nodes', nodes: nodes.map(wholeNode) },
  }
}

function wholeNode({ name = '', on = '', progress = 0 }: Partial<Node>): Node {
  return { name: name.trim(), on, progress }
}
