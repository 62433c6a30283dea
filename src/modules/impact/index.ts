/**
 * The impact chain of an ecosystem: what its people claim at five levels (inputs, activities, outputs, effects on actors,
 * effects on society), each claim with how it is known (measured, reported, a story told with permission), when it is
 * seen and which later claims it contributes to; the workbook of what is still to be answered; and the notes of impact
 * clinics. Beside the claims stands one series that is measured without anybody's word: organisations that begin to work
 * together. A claim says contribution, never attribution. Nothing is overwritten: each change makes a version.
 */
export { chainAction } from './actions.ts'
