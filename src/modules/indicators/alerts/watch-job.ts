/** Looks at what a publication brought (`{ vintage }`), or once a day at what was not reported. */
export const WATCH_JOB = 'indicators.watch'
