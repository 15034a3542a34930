/** Where a figure comes from: the screen that opens it and what is told of it. */
export interface Source {
  readonly href: string
  readonly label: string
}

/** A stretch of a paragraph of one look; a sourced one carries a hidden bookmark. */
export interface Run {
  readonly text: string
  readonly isStrong?: boolean
  readonly source?: Source
}

/** The text of a paragraph: plain, or in runs. */
export type Words = string | readonly Run[]

export interface TableColumn {
  readonly heading: string
  /** Its part of the width, against those of the others. */
  readonly share: number
  readonly align?: 'left' | 'center' | 'right'
}

export interface ChartSeries {
  readonly name: string
  readonly kind: 'bar' | 'line'
  readonly values: readonly (number | null)[]
}

/** A chart as data: drawn the same for the same data. */
export interface Chart {
  readonly title: string
  readonly unit?: string
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Rank 1 stands on top. */
  readonly isRank?: boolean
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly words: Words }
  | { readonly kind: 'paragraph'; readonly words: Words }
  | { readonly kind: 'addressee' | 'caption' | 'note'; readonly words: Words }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly Words[][] }
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** A line that only steers a template (`{{#…}}`), or holds the place of a picture. */
  | { readonly kind: 'mark' | 'picture'; readonly words: string }
  | { readonly kind: 'page-break' }

/** The red head (版头): who issues, the number, who signs. */
export interface RedHead {
  readonly issuer: string
  readonly number?: string
  /** 份号, 密级, 紧急程度 */
  readonly copyNumber?: string
  readonly secrecy?: string
  readonly urgency?: string
  /** 签发人, of documents upwards; the number then stands left. */
  readonly signer?: { readonly label: string; readonly name: string }
}

/** A document in the layout of GB/T 9704-2012, of whatever it speaks. */
export interface OfficialDocument {
  readonly head?: RedHead
  readonly title: string
  readonly blocks: readonly Block[]
  /** What the words for annexes are, and the annexes. */
  readonly annexes?: { readonly label: string; readonly names: readonly string[] }
  readonly signature?: { readonly name: string; readonly date: string }
  /** 抄送 and 印发, at the end. */
  readonly imprint?: { readonly copies?: string; readonly issued: string; readonly issuedOn: string }
}
