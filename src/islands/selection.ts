// What the browser runs besides in the room of a selection meeting.
import { SelectionRoom } from './selection-room.ts'

customElements.define('selection-room', SelectionRoom)
