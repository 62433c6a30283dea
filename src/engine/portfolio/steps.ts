/** Work that can be left between its steps. `said` is what each step tells; what it comes to, it returns. */
export type Steps<Result, Said = void> = Generator<Said, Result, void>

/** All steps at once. */
export function finish<Result>(steps: Steps<Result, unknown>): Result {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The same steps, each telling how far something larger is. */
export function* telling<Result, Said>(steps: Steps<Result>, said: Said): Steps<Result, Said> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield said
  }
}

/** The same, left when it is late: then nothing. */
export function* tellingUntil<Result, Said>(
  late: () => boolean,
  steps: Steps<Result>,
  said: Said,
): Steps<Result | undefined, Said> {
  while (!late()) {
    const step = steps.next()
    if (step.done) return step.value
    yield said
  }
  return undefined
}
