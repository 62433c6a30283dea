// What the browser runs: small parts that make ready pages quicker. Every page works without this file.
import { CallClock } from './call-clock.ts'
import { CommandPalette } from './command-palette.ts'
import { DropZone } from './drop-zone.ts'
import { KeyHelp } from './key-help.ts'
import { liveForms } from './live-form.ts'
import { passkeys } from './passkey.ts'
import { ProgressPoller } from './progress-poller.ts'
import { provenancePopover } from './provenance-popover.ts'
import { refresh } from './refresh.ts'
import { ThemeSwitch } from './theme-switch.ts'
import { touches } from './touches.ts'

customElements.define('call-clock', CallClock)
customElements.define('command-palette', CommandPalette)
customElements.define('drop-zone', DropZone)
customElements.define('key-help', KeyHelp)
customElements.define('progress-poller', ProgressPoller)
customElements.define('theme-switch', ThemeSwitch)
liveForms()
passkeys()
provenancePopover()
touches()
refresh()
// From here on the style sheet may hide what only pages without script need.
document.documentElement.classList.add('islands')
