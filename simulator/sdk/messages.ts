/** What the host page's script and the card form's page say to each other, each checking the other's origin. */

export interface SdkOptions {
  baseUrl: string;
  pk: string;
  paymentFormId: string;
  styles: string | null;
  showValidationMessages: boolean;
  validationCallback: string;
  successCallback: string;
  errorCallback: string;
  clearFormOnSuccess: boolean;
  cvcRequired: boolean;
  cardMasked: boolean;
  cvcMasked: boolean;
  expDateMasked: boolean;
  cardFormatted: boolean;
  expDateFormatted: boolean;
  cardPlaceholder: string;
  cvcPlaceholder: string;
  expDatePlaceholder: string;
  allowAutoComplete: boolean;
  allowEmbedded: boolean;
  blockMetaKeys: boolean;
}

export type ToFrame = { kind: 'init'; options: SdkOptions } | { kind: 'tokenize' };

export type ToHost =
  | { kind: 'ready' }
  | { kind: 'height'; pixels: number }
  | { kind: 'validation'; messages: string[] }
  /** `raw` is the token service's answer as text, or an error envelope of the form's own. */
  | { kind: 'result'; ok: boolean; raw: string };

/** The same conversation over a BroadcastChannel, for a simulator inside a page. */
export interface ChannelQuestion {
  id: string;
  publicKey: string;
  body: string;
}

export interface ChannelAnswer {
  /** The question's id. */
  answers: string;
  ok: boolean;
  text: string;
}
