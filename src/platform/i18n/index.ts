export { type Catalogues, LOCALES, loadCatalogues, localeOf, readMessages } from './catalogue.ts'
export { type Described, describeError, fill } from './describe-error.ts'
