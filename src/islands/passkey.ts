import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/**
 * A form that asks the browser for a passkey before it is sent (`data-passkey`: where the options are,
 * `data-passkey-kind`: whether one is made or used). The answer travels in the form's own field, so what follows is
 * an ordinary post.
 */
export function passkeys(): void {
  document.addEventListener('submit', (event) => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>('form[data-passkey]')
    if (!form) return
    event.preventDefault()
    void ask(form)
  })
}

async function ask(form: HTMLFormElement): Promise<void> {
  const { passkey, passkeyKind, passkeyStopped } = form.dataset
  const answer = form.elements.namedItem('answer')
  if (!(answer instanceof HTMLInputElement)) return
  try {
    const response = await fetch(passkey!, { method: 'POST', body: new URLSearchParams() })
    // A fresh sign-in is asked for first: the page that asks it keeps what was typed.
    if (response.status === 403) return form.submit()
    if (!response.ok) throw new Error(String(response.status))
    const optionsJSON = await response.json()
    const said =
      passkeyKind === 'sign-in'
        ? await startAuthentication({ optionsJSON })
        : await startRegistration({ optionsJSON })
    answer.value = JSON.stringify(said)
    form.submit()
  } catch {
    say(form, passkeyStopped ?? '')
  }
}

/** Beside the button, where whoever pressed it looks; said aloud too. */
function say(form: HTMLFormElement, text: string): void {
  const known = form.querySelector<HTMLElement>('[role=alert]')
  const place = known ?? Object.assign(document.createElement('p'), { className: 'msg' })
  place.setAttribute('role', 'alert')
  if (!known) form.append(place)
  place.textContent = text
}
