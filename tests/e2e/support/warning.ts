import type { Frame } from 'playwright-core';

/** As the warning says it, in English. */
export const sendAnyway = (warning: Frame): Promise<void> =>
  warning.getByRole('button', { name: 'Send anyway' }).click({ noWaitAfter: true });
export const backToText = (warning: Frame): Promise<void> =>
  warning.getByRole('button', { name: /Back to the text/ }).click({ noWaitAfter: true });
