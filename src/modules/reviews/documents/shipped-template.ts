import type { DocumentKind } from './kinds.ts'

/** The file that every city begins with, and comes back to. */
export const shippedTemplate = (kind: DocumentKind) => new URL(`./templates/${kind}.docx`, import.meta.url)
