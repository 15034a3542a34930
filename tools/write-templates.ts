import { writeTemplates } from '../src/modules/reviews/index.ts'

/** Writes the shipped Word templates of the reviews' documents; run it after changing a blueprint or a style. */
writeTemplates()
