import type { ComponentType } from 'react'
import type { ItemDetail } from '../../../api/item-model.ts'
import type { ItemStep, StepTarget } from '../../../api/item-steps.ts'

export interface StepFieldsProps {
  readonly item: ItemDetail
  readonly target?: StepTarget | undefined
}

export type StepDraft = Record<string, unknown>

/** What a step asks before it is taken. */
export interface StepForm {
  readonly Fields?: ComponentType<StepFieldsProps>
  readonly initial?: (item: ItemDetail) => StepDraft
  /** Takes back what was done: asks in red. */
  readonly isGrave?: true
  readonly width?: number
}

export type StepForms = Readonly<Record<ItemStep, StepForm>>
