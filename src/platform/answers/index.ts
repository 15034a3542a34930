export { answerOnce } from './answer-once.ts'
export { type Answers, answersAt } from './answers-at.ts'
