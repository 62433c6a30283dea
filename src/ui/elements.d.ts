import type { HTMLAttributes } from 'preact'

// The custom elements of src/islands, as server components may write them.
type Island = HTMLAttributes<HTMLElement> & Record<`data-${string}`, string | undefined>

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'call-clock': Island
      'live-preview': Island
      'selection-room': Island
      'money-sums': Island
      'network-map': Island
      'command-palette': Island
      'key-help': Island
      'pair-queue': Island
      'theme-switch': Island
      'draft-form': Island
      'draft-words': Island
      'drop-zone': Island
      'form-section': Island
      'mention-field': Island
      'progress-poller': Island
    }
  }
}
