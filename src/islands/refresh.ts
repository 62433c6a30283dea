/**
 * A page that waits for something (`<body data-refresh="seconds">`) and has no progress to follow: looks whether the
 * server answers, and only then loads the page again, so that a restart never leaves an error page behind.
 */
export function refresh(): void {
  const seconds = Number(document.body.dataset.refresh)
  if (!seconds || document.querySelector('progress-poller')) return
  const look = async (): Promise<void> => {
    const answer = await fetch(location.href, { method: 'HEAD' }).catch(() => undefined)
    if (answer?.ok) location.reload()
    else setTimeout(look, seconds * 1000)
  }
  setTimeout(look, seconds * 1000)
}
