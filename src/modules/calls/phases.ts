/** Where a call stands for who looks for one: still being prepared, told of as coming, open, or over. */
export const phases = ['open', 'coming', 'past', 'preparing'] as const
export type Phase = (typeof phases)[number]
