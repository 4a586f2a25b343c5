/* eslint-disable max-lines-per-function -- one closure: it is sent to the browser as text and may refer to nothing outside */
import type { SdkOptions, ToFrame, ToHost } from './messages.js';

/**
 * The gateway's script in the host page: defines the global `ClearentSDK`, draws one iframe into the element with the
 * id `paymentFormId`, and calls the page's global functions by name. Only one form per page, as with the original.
 */
export function installSdk(fallbackBaseUrl: string): void {
  interface Form {
    options: SdkOptions;
    iframe: HTMLIFrameElement;
    origin: string;
    ready: boolean;
    waiting: { promise: Promise<unknown>; resolve(json: unknown): void; reject(json: unknown): void } | undefined;
  }

  const defaults: SdkOptions = {
    baseUrl: fallbackBaseUrl,
    pk: '',
    paymentFormId: 'payment-form',
    styles: null,
    showValidationMessages: true,
    validationCallback: 'ClearentValidation',
    successCallback: 'ClearentTokenSuccess',
    errorCallback: 'ClearentTokenError',
    clearFormOnSuccess: false,
    cvcRequired: true,
    cardMasked: true,
    cvcMasked: true,
    expDateMasked: true,
    cardFormatted: true,
    expDateFormatted: true,
    cardPlaceholder: 'Card number',
    cvcPlaceholder: 'CSC',
    expDatePlaceholder: 'MMYY',
    allowAutoComplete: true,
    allowEmbedded: true,
    blockMetaKeys: false,
  };
  const page = window as unknown as Record<string, unknown>;
  let form: Form | undefined;

  function init(given: Partial<SdkOptions>): void {
    if (form) return;
    const options = { ...defaults, ...given };
    const place = document.getElementById(options.paymentFormId);
    if (!place) throw new Error(`ClearentSDK: no element with id ${options.paymentFormId}`);
    if (!options.allowEmbedded && window.top !== window) throw new Error('ClearentSDK: this page must not be embedded');
    const url = new URL(`${options.baseUrl.replace(/\/$/, '')}/js-sdk/frame.html`, location.href);
    url.searchParams.set('host', location.origin);
    const iframe = document.createElement('iframe');
    iframe.title = 'Card details';
    iframe.style.cssText = 'border:0;display:block;inline-size:100%;block-size:96px';
    iframe.src = url.href;
    form = { options, iframe, origin: url.origin, ready: false, waiting: undefined };
    addEventListener('message', receive);
    if (options.blockMetaKeys) addMetaKeyBlocker();
    place.append(iframe);
  }

  function getPaymentToken(): Promise<unknown> {
    if (!form) return Promise.reject(new Error('ClearentSDK: init was not called'));
    if (form.waiting) return form.waiting.promise;
    let settle: Pick<NonNullable<Form['waiting']>, 'resolve' | 'reject'> | undefined;
    const promise = new Promise((resolve, reject) => (settle = { resolve, reject }));
    if (settle) form.waiting = { promise, ...settle };
    if (form.ready) send(form, { kind: 'tokenize' });
    return promise;
  }

  function reset(): void {
    removeEventListener('message', receive);
    removeMetaKeyBlocker();
    form?.iframe.remove();
    form?.waiting?.reject(new Error('ClearentSDK: the form was reset'));
    form = undefined;
  }

  function receive(event: MessageEvent): void {
    if (event.origin !== form?.origin || event.source !== form.iframe.contentWindow) return;
    const message = event.data as ToHost;
    if (message.kind === 'ready') {
      form.ready = true;
      send(form, { kind: 'init', options: form.options });
      if (form.waiting) send(form, { kind: 'tokenize' });
    } else if (message.kind === 'height') form.iframe.style.blockSize = `${message.pixels}px`;
    else if (message.kind === 'validation') callNamed(form.options.validationCallback, message.messages);
    else finish(form, message.ok, message.raw);
  }

  function finish(current: Form, ok: boolean, raw: string): void {
    const json: unknown = JSON.parse(raw);
    const { waiting, options } = current;
    current.waiting = undefined;
    callNamed(ok ? options.successCallback : options.errorCallback, raw, json);
    if (ok) waiting?.resolve(json);
    else waiting?.reject(json);
  }

  function send(current: Form, message: ToFrame): void {
    current.iframe.contentWindow?.postMessage(message, current.origin);
  }

  function callNamed(name: string, ...values: unknown[]): void {
    const callback = page[name] as ((...values: unknown[]) => void) | undefined;
    callback?.(...values);
  }

  const blockMetaKey = (event: KeyboardEvent) => {
    if (event.metaKey) event.preventDefault();
  };
  const addMetaKeyBlocker = () => addEventListener('keydown', blockMetaKey);
  const removeMetaKeyBlocker = () => removeEventListener('keydown', blockMetaKey);

  page['ClearentSDK'] = { init, getPaymentToken, reset, addMetaKeyBlocker, removeMetaKeyBlocker };
}
