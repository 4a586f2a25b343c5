/** Two ids whose `keyOfText` is the same. */
export const SAME_KEY = ['TX106ux-831', 'TX1byfl-831'] as const;
