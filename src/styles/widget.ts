import { buttons } from './buttons.js';
import { fields } from './fields.js';
import { host } from './host.js';
import { loading } from './loading.js';
import { notices } from './notices.js';
import { tokens } from './tokens.js';

/** The looks of an element that shows a bit of everything; small elements pick what they need. */
export const widget = [tokens, host, buttons, fields, notices, loading];
