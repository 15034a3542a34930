import type { paths } from './generated/schema.ts'
import type { STEP_PATHS } from './item-steps.ts'
import type { BodyOf, Get, Item } from './model.ts'

export type { Item }

/** One item with all that belongs to it and what may be done now. */
export type ItemDetail = Get<'/api/items/{id}'>
export type StepOffer = ItemDetail['steps'][number]
export type Duty = ItemDetail['duties'][number]
export type ItemReport = ItemDetail['reports'][number]
export type Evidence = ItemDetail['evidence'][number]
export type Verification = ItemDetail['verifications'][number]
export type Round = ItemDetail['rounds'][number]

/** A step that can be taken on an item or on a unit's part in it. */
export type ItemStep = keyof typeof STEP_PATHS

/** What a step sends. */
export type StepBody<Step extends ItemStep> = BodyOf<paths[(typeof STEP_PATHS)[Step]]['post']>

export interface FieldChange {
  field: string
  before?: unknown
  after?: unknown
}

export type Story = Get<'/api/items/{id}/story'>
export type StoryLine = Story['lines'][number]
export type RollUp = Get<'/api/items/{id}/roll-up'>
export type RollUpPart = RollUp['parts'][number]
