import QRCode from 'qrcode'

/** An address as a QR code that any reader and printer takes: black on white, in every theme. */
export const qrSvg = (address: string): Promise<string> =>
  QRCode.toString(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })

export const QrCode = ({ svg, label }: { svg: string; label: string }) => (
  <div class="qr" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
)
