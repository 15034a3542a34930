/** What the bytes are; `other` carries a name for the refusal. */
export type Sniffed =
  | { readonly kind: 'zip' | 'pdf' | 'doc' | 'xls' | 'encrypted-office' | 'html' | 'text' }
  | { readonly kind: 'unsupported'; readonly what: string }
