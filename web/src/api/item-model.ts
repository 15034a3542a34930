import type { Get, Item } from './model.ts'

export type { Item }

/** One item with all that belongs to it and what may be done now. */
export type ItemDetail = Get<'/api/items/{id}'>
export type StepOffer = ItemDetail['steps'][number]
export type Duty = ItemDetail['duties'][number]
export type ItemReport = ItemDetail['reports'][number]
export type Evidence = ItemDetail['evidence'][number]
export type Round = ItemDetail['rounds'][number]

export interface FieldChange {
  field: string
  before?: unknown
  after?: unknown
}

export type Story = Get<'/api/items/{id}/story'>
export type StoryLine = Story['lines'][number]
