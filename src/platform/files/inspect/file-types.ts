import table from './file-types.json' with { type: 'json' }

/** The kinds of file that may be handed in. */
export type FileType = keyof typeof table

interface FileTypeFacts {
  /** Without a dot; the first is given to a file that has none. WPS writes the old Office formats under names of its own. */
  readonly extensions: readonly string[]
  readonly mediaType: string
}

export const FILE_TYPES: Readonly<Record<FileType, FileTypeFacts>> = table

/** In the order in which a person reads them. */
export const ALLOWED_EXTENSIONS: readonly string[] = Object.values(FILE_TYPES).flatMap((type) => [
  ...type.extensions,
])
