/** What one card frame is told about itself; it stands in the page's markup. */
export interface CardFrameSettings {
  /** Base URL of the processor's script. */
  readonly gatewayUrl: string;
  /** The processor's public key of the location. */
  readonly publicKey: string;
  /** The one origin whose page may embed the frame and talk to it. */
  readonly allowedOrigin: string;
  readonly locale: 'en' | 'es';
  readonly colorScheme: 'light' | 'dark';
}
