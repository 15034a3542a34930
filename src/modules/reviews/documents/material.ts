import type { Chart } from '../../../platform/official-document/index.ts'
import type { Outcome, Source } from '../schema.ts'

/** A line as a document prints it: its words and what they rest on. */
export interface MaterialLine {
  readonly side: 'strength' | 'shortfall' | 'follow-up'
  readonly words: string
  readonly sources: readonly Source[]
  readonly outcome: Outcome | null
  readonly evidence: readonly { readonly sentence: string; readonly source: Source | null }[]
}

/** What is printed of one speaker. */
export interface MaterialUnit {
  readonly unitId: string
  readonly name: string
  readonly minutes: number
  readonly lines: readonly MaterialLine[]
  readonly charts: readonly Chart[]
}

/** An item of the ledger that a unit's lines rest on, with the letter that was sent for it. */
export interface MaterialItem {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly dueOn: string | null
  readonly letterNumber: string | null
  readonly answerBy: string | null
}

export interface MaterialCommitment {
  readonly unit: string
  readonly text: string
  readonly leadUnit: string
  readonly dueOn: string | null
  readonly itemNumber: string | null
  readonly sources: readonly Source[]
}

/** All that the documents of a review are made of; plain data, so that they can be made without a database. */
export interface Material {
  readonly city: string
  readonly title: string
  readonly period: string
  readonly heldOn: string
  readonly today: string
  /** The book's number once it is frozen; null: a draft. */
  readonly bookNumber: number | null
  readonly corrections: number
  readonly agenda: readonly { readonly title: string; readonly minutes: number }[]
  readonly units: readonly MaterialUnit[]
  /** Of the one unit that a letter is for. */
  readonly items: readonly MaterialItem[]
  readonly commitments: readonly MaterialCommitment[]
  /** As the office gives it. */
  readonly documentNumber: string | null
}
