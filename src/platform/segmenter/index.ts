export { cutWords, searchWords } from './segmenter.ts'
export { wordWeight } from './word-weight.ts'
