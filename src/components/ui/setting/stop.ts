import type { ProviderController } from '../../../controllers/provider.js';
import type { SettingText } from './text.js';

/** Why there is nothing to show, in words. */
export function stopOf(text: SettingText, { status }: ProviderController): string | undefined {
  if (status === 'not-configured') return text.t('stop.not-configured');
  return status === 'failed' ? text.t('stop.session') : undefined;
}

/** Why what is shown can't be changed, in words; undefined where it can. */
export function lockOf(
  text: SettingText,
  provider: ProviderController,
  { right, readonly }: { readonly right: 'settings' | 'terminal'; readonly readonly: boolean },
): string | undefined {
  if (!provider.session) return undefined;
  if (!provider.can(right)) return text.t('look.right', { right });
  return readonly ? text.t('look.readonly') : undefined;
}
