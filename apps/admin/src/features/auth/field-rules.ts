import { PASSWORD_LENGTH } from '@mcpnest/shared/limits';
import { authText } from './auth.text';

/** Checks before anything is sent; the server's own are final. A rule answers null when the value will do. */
export const fieldRules = {
  email: (value: string) => (/^[^\s@]+@[^\s@]+$/.test(value.trim()) ? null : authText.emailInvalid),
  newPassword: (value: string) => (value.length >= PASSWORD_LENGTH.min ? null : authText.passwordShort(PASSWORD_LENGTH.min)),
  needed: (value: string) => (value.trim() === '' ? authText.required : null),
};
